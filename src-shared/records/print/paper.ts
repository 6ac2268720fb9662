// What laying out a form needs from outside: how an expression reads and whether a condition holds at a place, and the
// pictures. `print-document.ts` makes it from a record.

import type { Condition } from '../condition.ts';
import type { Expression } from '../expression.ts';
import type { Place } from '../place.ts';

export type Paper = {
  /** The expression as document text, masked as the paper's audience demands. */
  readonly text: (expression: Expression, at: Place) => string;
  readonly holds: (condition: Condition, at: Place) => boolean;
  /** Pictures attached in a role: address and caption. */
  readonly pictures: (role: string) => readonly { readonly address: string; readonly caption: string }[];
  /** The record's official number. */
  readonly number: string;
  /** The record's id, for the code on its labels. */
  readonly record: string;
  readonly unitName: string;
  /** 2025年3月28日. */
  readonly today: string;
};
