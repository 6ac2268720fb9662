// States, steps between them, what a step needs and who may take it; deadlines that run meanwhile.

import type { Condition, FieldPath } from './condition.ts';
import type { Words } from './words.ts';

/** 经办 recorder, 审核 reviewer, 负责人 head; `system` is the desk's own clock. */
export type StepRole = 'recorder' | 'reviewer' | 'head' | 'system';

export type State = {
  readonly label: Words;
  /** open: work to do; waiting: on somebody else or a clock; done and void are final. */
  readonly stage: 'open' | 'waiting' | 'done' | 'void';
  /** Things are physically kept here (counted as in custody). */
  readonly custody?: true;
};

/** A named condition with the words that tell what is missing. */
export type Guard = { readonly key: string; readonly says: Words; readonly when: Condition };

/**
 * What a step erases beyond the record it is taken on: each entry of `list` names a `record` and an `extent` (`person`: what
 * is about the person described at `person`; anything else: all personal data). What was done is noted in the entry as
 * `cleared_at`, `cleared_changes`, `cleared_files` and `proof`.
 */
export type Erasing = {
  readonly list: FieldPath;
  readonly person: FieldPath;
  readonly ground: FieldPath;
  /** What a request begins with that is made of records whose time is over. */
  readonly outdated: Readonly<Record<string, string>>;
};

export type Transition = {
  readonly key: string;
  readonly label: Words;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly StepRole[];
  /** Fields the step's own form asks for, in order (a whole group or list by its path). */
  readonly asks?: readonly FieldPath[];
  readonly guards: readonly Guard[];
  /** A backward or exceptional step needs a reason in words. */
  readonly needsReason?: true;
  /** Personal data of other records goes with this step, in the same transaction. */
  readonly erases?: Erasing;
};

export type DeadlineRule = {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
  readonly workingDays?: number;
  readonly hours?: number;
  /** Move a last day on a holiday to the next working day (Civil Code art. 203). */
  readonly shiftFromHoliday?: boolean;
};

export type Deadline = {
  readonly key: string;
  readonly label: Words;
  /** Where the clock starts, or the due moment itself when there is no rule. */
  readonly from: FieldPath;
  readonly rule?: DeadlineRule;
  /** Runs while this holds. */
  readonly while: Condition;
  /** Law article or local rule it comes from. */
  readonly source: Words;
  /** Days before the due date at which it turns yellow; 3 unless told. */
  readonly warnDays?: number;
};
