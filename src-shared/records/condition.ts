// Conditions as data: what must hold before a step, when a field is required or shown, what a merge may not break.
// They are evaluated by `evaluate-condition.ts`. A path is relative to where the condition stands (inside a list entry:
// the entry); a leading `/` starts at the record.

import type { Scalar } from '../base/scalar.ts';

export type FieldPath = string;

export type Condition =
  | { readonly filled: FieldPath }
  /** The record stands in one of these states. */
  | { readonly inState: readonly string[] }
  | { readonly equals: readonly [FieldPath, Scalar] }
  | { readonly oneOf: readonly [FieldPath, readonly Scalar[]] }
  /** A multiple choice holds this code. */
  | { readonly has: readonly [FieldPath, string] }
  /** Both filled and not the same (two counters, verifier and owner). */
  | { readonly different: readonly [FieldPath, FieldPath] }
  /** True unless both are filled and the first is later than the second. */
  | { readonly notAfter: readonly [FieldPath, FieldPath] }
  /** A number, or the count of a list's entries, is at least this. */
  | { readonly atLeast: readonly [FieldPath, number] }
  /** At least one attachment with this role. */
  | { readonly attached: string }
  | { readonly every: readonly [FieldPath, Condition] }
  | { readonly some: readonly [FieldPath, Condition] }
  /** The person in this group is none of the desk's officers, by name or number (procedure rules art. 234). */
  | { readonly notAnOfficer: FieldPath }
  /** The person taking the step is none of the officers named in these fields, nor whoever took the step before it. */
  | { readonly actorIsNot: readonly FieldPath[] }
  | { readonly actorIs: readonly FieldPath[] }
  /** The record this field refers to has reached a final state. */
  | { readonly linkedDone: FieldPath }
  /** What was taken out per line is within what is held (`covered: true`: it is exactly all of it). */
  | { readonly within: Taking }
  | { readonly covered: Taking }
  /** The deadline of this key has passed. */
  | { readonly passed: string }
  /** This printed document has been printed at least once. */
  | { readonly printed: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/**
 * Lines taken out of lines held: `releases/*\/lines/*` name a held line's id and how much of it.
 * A taking whose `amount` is empty is none of this condition's business (a cash line is taken in fen, a thing in
 * pieces: two conditions); one with an amount and a line that is in none of `held` is a breach.
 */
export type Taking = {
  /** Path of the list of takings, through nested lists: `releases/lines`. */
  readonly taken: FieldPath;
  /** Field of a taking that holds the id of the held line. */
  readonly line: string;
  /** Field of a taking that says how much: a count or fen. */
  readonly amount: string;
  /** Lists of held lines, from the record. */
  /** Without `amount` every held line is one piece. */
  readonly held: readonly { readonly list: FieldPath; readonly amount?: string; readonly where?: Condition }[];
};
