// One line of a register (台账): a typed value per declared column, so that a sheet can write real numbers and dates.

import { evaluate } from './evaluate-expression.ts';
import type { RecordContext } from './record-context.ts';
import { type ShowStyle, show } from './show.ts';
import type { Shown } from './shown.ts';

/** The columns in declared order; 序号 is counted by whoever lays out the sheet. */
export function registerRow(context: RecordContext): Shown[] {
  return context.kind.register.map(({ value }) => evaluate(value, context.place, context));
}

/** The same as text; `—` for what is empty, as registers have it. */
export function registerTexts(context: RecordContext, style: ShowStyle): string[] {
  return registerRow(context).map((shown) => show(shown, style) || '—');
}
