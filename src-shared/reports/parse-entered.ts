// A figure as people type or paste it: 1,595, 20余万, 1.6万, 3200.50 yuan, full-width digits.

import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { foldFullWidth } from '../records/text/full-width.ts';
import type { Indicator } from './indicator.ts';

export type Entered = { readonly value: number; readonly approximate: boolean };

const scales: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8 };

/** Money in yuan with at most two decimals becomes fen; anything else must come to a whole number. */
export function parseEntered({ money }: Indicator, text: string): Result<Entered, Problem> {
  const bare = foldFullWidth(text)
    .replace(/[\s,，]/g, '')
    .replace(/元$/, '');
  const [, whole, decimals = '', before, scale = '', after] =
    /^(\d{1,12})(?:\.(\d{1,8}))?(余|多)?(万|亿)?(余|多)?$/.exec(bare) ?? [];
  const places = (scales[scale] ?? 0) + (money ? 2 : 0);
  if (whole === undefined || decimals.length > places) return unreadable(text);
  const value = Number(whole + decimals.padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return unreadable(text);
  return ok({ value, approximate: before !== undefined || after !== undefined });
}

function unreadable(text: string): Result<never, Problem> {
  return err({ code: 'indicator_value_unreadable', facts: { value: text.slice(0, 40) } });
}
