// What a person has to decide, because two authors wrote without knowing of each other.

import type { Scalar } from '../base/scalar.ts';
import type { ChangeId } from './ids.ts';
import type { Path } from './path.ts';

/** One side of a conflict: a value and the changes that wrote it, first in rank first. */
export type ConflictVersion = { readonly value: Scalar; readonly changes: readonly ChangeId[] };

/** The value that all sides started from, and the change that wrote it. */
export type ConflictBase = { readonly value: Scalar; readonly change: ChangeId };

/** Different values at one path. */
export type ValueConflict = {
  readonly kind: 'value';
  readonly path: Path;
  /** First in rank first; the first is the one shown meanwhile. */
  readonly versions: readonly ConflictVersion[];
  readonly shown: Scalar;
  /** Null where the sides share no earlier value, or more than one. */
  readonly base: ConflictBase | null;
};

/**
 * A list element that one author removed while another worked on it. The version `true` names those who worked on it.
 * It stays visible until somebody decides: nobody can decide about what he cannot see.
 */
export type ElementConflict = {
  readonly kind: 'element';
  readonly path: Path;
  readonly versions: readonly ConflictVersion[];
  readonly shown: true;
  readonly base: ConflictBase | null;
};

/** A state that no author made and that a rule of the record's kind forbids; found by the records, not here. */
export type GuardConflict = {
  readonly kind: 'guard';
  /** Key of the rule in the kind's declaration. */
  readonly rule: string;
  readonly changes: readonly ChangeId[];
};

export type Conflict = ValueConflict | ElementConflict | GuardConflict;
/** The conflicts that merging finds. */
export type PathConflict = ValueConflict | ElementConflict;
