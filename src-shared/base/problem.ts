// What can go wrong in an expected way: a stable code, where it happened, and the facts its words need.
// The list of codes is `problems.ts`; the words are there too, in Chinese and English.

import type { ProblemCode } from './problems.ts';

/** Facts for the words of a problem: names, counts, limits. Never secrets, never whole records. */
export type ProblemFacts = Readonly<Record<string, string | number>>;

export type Problem = {
  readonly code: ProblemCode;
  /** Path of the field or list line it is about, as in `items/<id>/name`; absent when it is about the whole. */
  readonly path?: string;
  readonly facts?: ProblemFacts;
  /** Several problems found at once (a form with three wrong fields). */
  readonly causes?: readonly Problem[];
};
