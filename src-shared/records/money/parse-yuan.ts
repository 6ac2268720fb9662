// Amounts as people type them: 1234.5, 1,234.50, １２３４, ¥20, 3.6万元.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { foldFullWidth } from '../text/full-width.ts';
import { type Fen, fen } from './fen.ts';

/** Most digits of whole yuan, so that fen stay safe integers. */
export const maxYuanDigits = 13;

const amountPattern =
  /^(?<sign>[-−–])?(?:¥|人民币|rmb|cny)?(?<sign2>[-−–])?(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<fraction>\d+))?(?<unit>万元|亿元|[元圆万])?整?$/;
/** Decimal places of a unit, counted from the fen. */
const unitPlaces: Readonly<Record<string, number>> = { 元: 2, 圆: 2, 万: 6, 万元: 6, 亿元: 10 };

/**
 * Reads a typed amount in yuan (or 万元, 亿元 when written) as fen. Accepts full-width signs, thousands commas in their
 * places, ¥ or 人民币 in front. Problems: `yuan_not_a_number` (also 3万5, 1,23), `yuan_negative`,
 * `yuan_fraction_of_fen` (never rounded), `yuan_too_large` (over 13 digits of yuan).
 */
export function parseYuan(text: string): Result<Fen, Problem> {
  const shown = text.trim().slice(0, 24);
  const typed =
    text.length > 100
      ? ''
      : foldFullWidth(text)
          .replace(/[\s￥]/g, '')
          .toLowerCase();
  const groups = amountPattern.exec(typed)?.groups;
  if (!groups) return err({ code: 'yuan_not_a_number', facts: { text: shown } });
  if (groups.sign !== undefined || groups.sign2 !== undefined) return err({ code: 'yuan_negative' });
  const places = unitPlaces[groups.unit ?? '元'] ?? 2;
  const fraction = (groups.fraction ?? '').replace(/0+$/, '');
  if (fraction.length > places) return err({ code: 'yuan_fraction_of_fen', facts: { text: shown } });
  const digits = `${(groups.whole ?? '').replaceAll(',', '')}${fraction.padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > maxYuanDigits + 2) return err({ code: 'yuan_too_large', facts: { digits: maxYuanDigits } });
  return ok(fen(Number(digits)));
}
