// Every expected failure of the product, once: stable code, and its words in both languages.
// `{name}` is filled from the problem's facts. Codes are never renamed; words may be.

import { fieldProblems } from './problems/field-problems.ts';

export const problems = {
  ...fieldProblems,
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type ProblemCode = keyof typeof problems;
