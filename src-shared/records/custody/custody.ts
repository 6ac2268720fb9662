// How a kind says where its things lie: from this come labels, shelf stock-takes, hand-overs of custody and cash counts.

import type { Condition, FieldPath, Taking } from '../condition.ts';
import type { Expression } from '../expression.ts';
import type { Words } from '../words.ts';

/**
 * A list whose entries lie in custody, each with a label of its own; `place` and `seal` are fields of an entry that is kept
 * apart from the rest.
 */
export type KeptEntries = {
  readonly list: FieldPath;
  readonly name: Expression;
  readonly place: string;
  readonly seal: string;
};

/** A list that lies together in one sealed bag with one label, at a place of its own when that is filled. */
export type KeptTogether = {
  readonly list: FieldPath;
  readonly piece: string;
  readonly called: Words;
  readonly place: FieldPath;
};

export type Custody = {
  readonly place: FieldPath;
  readonly seal: FieldPath;
  /** Who keeps it: the first of these that is filled. */
  readonly custodian: readonly FieldPath[];
  /** What a hand-over writes: the officer who keeps it from then on, and a line in the list of hand-overs. */
  readonly handOver: { readonly custodian: FieldPath; readonly moves: FieldPath };
  readonly kept: readonly (KeptEntries | KeptTogether)[];
  /** What leaves: a piece of which all was taken is not here any more. */
  readonly taken: readonly Taking[];
  /** Cash that can be counted: an entry's denomination in fen, how many, and which entries are renminbi. */
  readonly cash: {
    readonly list: FieldPath;
    readonly denomination: string;
    readonly count: string;
    readonly where: Condition;
  };
};
