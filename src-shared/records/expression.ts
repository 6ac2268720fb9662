// Expressions as data: what a title, a register column, a printed form or a derived field shows.
// Evaluated by `evaluate-expression.ts`. Paths as in `condition.ts`.

import type { Condition, FieldPath } from './condition.ts';
import type { Words } from './words.ts';

export type MaskName = 'name' | 'pressName' | 'residentId' | 'phone' | 'card' | 'address' | 'tail';

export type Expression =
  /** The value of a field, shown as its type is shown. */
  | { readonly field: FieldPath }
  | { readonly text: Words }
  /** Parts that are empty are left out, with their separator. */
  | { readonly join: readonly Expression[]; readonly with?: string }
  /** One piece of text per list entry. */
  | { readonly each: FieldPath; readonly show: Expression; readonly with?: string; readonly where?: Condition }
  | { readonly first: readonly Expression[] }
  | { readonly when: Condition; readonly then: Expression; readonly else?: Expression }
  /** Sum of a number over list entries: `cash_lines/amount`; several paths add up (a path outside lists counts once). */
  | { readonly sum: FieldPath | readonly FieldPath[]; readonly where?: Condition }
  /** Shows the list entry whose id this field holds (the field's `entryOf` says in which lists). */
  | { readonly entry: FieldPath; readonly show: Expression }
  | { readonly count: FieldPath; readonly where?: Condition }
  | { readonly product: readonly [FieldPath, FieldPath] }
  | { readonly minutes: readonly [FieldPath, FieldPath] }
  /** The day of a moment, without its time. */
  | { readonly day: FieldPath }
  /** Money in formal Chinese capitals. */
  | { readonly inWords: Expression }
  | { readonly masked: Expression; readonly as: MaskName }
  /** The date a deadline falls on. */
  | { readonly due: string }
  /** Facts of the record itself. */
  | { readonly record: 'number' | 'status' | 'createdBy' | 'createdAt' | 'unit' | 'unitPhone' | 'today' };
