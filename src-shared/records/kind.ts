// A record kind: everything the product knows of one kind of record, as serialisable data.

import type { Condition, FieldPath } from './condition.ts';
import type { Custody } from './custody/custody.ts';
import type { Expression } from './expression.ts';
import type { Fields } from './field.ts';
import type { PrintedDocument } from './printed-document.ts';
import type { Words } from './words.ts';
import type { Deadline, Guard, State, Transition } from './workflow.ts';

export type Section = { readonly key: string; readonly label: Words; readonly fields: readonly string[] };

export type RegisterColumn = {
  readonly label: Words;
  readonly value: Expression;
  readonly align?: 'right';
  /** Added up in the line 合计: money or a count of things that may be added. */
  readonly total?: true;
};

/** What reports count of a record: an amount on a day. A void record counts nowhere. */
export type Measure = {
  readonly key: string;
  readonly label: Words;
  readonly unit: Words;
  /** 1 for a record (or an entry), or a number. */
  readonly value: Expression | 'records';
  readonly where?: Condition;
  /** Entries of this list count one by one; `value`, `where` and `at` are then read from the entry. */
  readonly each?: FieldPath;
  /** The day it counts on: the first of these that is filled, the latest where a path reaches several entries; the
   *  record's own day when not given. */
  readonly at?: FieldPath | readonly FieldPath[];
  /** A field that names another record: different records count, not how often they are named. */
  readonly different?: FieldPath;
  /** Holds where the number is a floor (余). */
  readonly approximate?: Condition;
};

/** Suggests records of another kind that may be the same thing; a person decides. */
export type Matching = {
  readonly with: string;
  /** Pairs of paths compared, each with its weight; lists compare entry by entry, best pair counts. */
  readonly compare: readonly {
    readonly mine: FieldPath;
    readonly theirs: FieldPath;
    readonly weight: number;
    readonly as: 'same' | 'similarText' | 'time';
  }[];
  /** States of the other kind that are still worth matching. */
  readonly states: readonly string[];
};

/** Creates a linked record of another kind out of a list entry (a visit's demand becomes a to-do). */
export type Creation = {
  readonly key: string;
  readonly label: Words;
  /** List whose entry it starts from. */
  readonly from: FieldPath;
  readonly kind: string;
  /** Field of the entry that will hold the new record's id. */
  readonly into: string;
  /** Fields of the new record, from the entry (`text`) or the record (`/number`). */
  readonly copy: Readonly<Record<string, Expression>>;
};

export type Kind = {
  readonly key: string;
  readonly version: number;
  readonly label: Words;
  readonly description: Words;
  /** 类别字 in record numbers: 拾. */
  readonly numberWord: string;
  /** It serves the unit's own duties and is no casework of the day: it stands last wherever kinds are listed. */
  readonly standsLast?: true;
  readonly desks: readonly ('police' | 'community')[];
  readonly sections: readonly Section[];
  readonly fields: Fields;
  /** One line that names a record in lists and search. */
  readonly title: Expression;
  readonly occurredAt: FieldPath;
  readonly states: Readonly<Record<string, State>>;
  readonly initialState: string;
  readonly transitions: readonly Transition[];
  /** What must hold at every save, and what no merge may break: there a breach is a conflict of its own. */
  readonly invariants: readonly Guard[];
  readonly deadlines: readonly Deadline[];
  readonly attachmentRoles: Readonly<Record<string, Words>>;
  readonly documents: readonly PrintedDocument[];
  /** Columns of the 台账, in the official order; 序号 stands before them in every register. */
  readonly register: readonly RegisterColumn[];
  readonly measures: readonly Measure[];
  /** Columns of the list and fields its filters offer, by path. */
  readonly list: { readonly columns: readonly FieldPath[]; readonly filters: readonly FieldPath[] };
  readonly matching?: Matching;
  readonly creations?: readonly Creation[];
  /** Paths whose conflicts need a second person: money, status, identity. */
  readonly secondPerson: readonly FieldPath[];
  /** 处理依据: code of `processing_basis` that records of the kind rest on unless they name another; statutory duty unless told. */
  readonly basis?: 'statutory_duty' | 'consent' | 'emergency';
  /** How its things lie in custody, where it has any. */
  readonly custody?: Custody;
  /** Written on a page of its own, where more than one record changes at once, and never on a form. */
  readonly sheet?: 'stockTake' | 'handOver' | 'cashCount';
  readonly retention: { readonly years: number | 'permanent'; readonly from: Words };
};
