// Dates as people type them at a desk: eight digits, slashes, dots, 年月日, 今天.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { foldFullWidth } from '../text/full-width.ts';
import { addDays, civilToIso, type IsoDate, isCivilDay, isoToCivil } from './iso-date.ts';

const dayOffsets: ReadonlyMap<string, number> = new Map([
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['yesterday', -1],
  ['今天', 0],
  ['今日', 0],
  ['today', 0],
  ['明天', 1],
  ['明日', 1],
  ['tomorrow', 1],
  ['后天', 2],
]);

const datePatterns: readonly RegExp[] = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
];

/**
 * Reads a typed date: `20250328`, `2025/3/28`, `2025-3-28`, `2025.3.28`, `2025年3月28日`, `3.28` (this year),
 * `今天`, `昨天`; digits and signs may be full-width. Problems: `date_form`, `date_impossible`.
 */
export function parseDateInput(text: string, today: IsoDate): Result<IsoDate, Problem> {
  const typed = foldFullWidth(text).trim().toLowerCase();
  const offset = dayOffsets.get(typed);
  if (offset !== undefined) return ok(addDays(today, offset));
  const groups = matchDate(typed.replace(/\s+/g, ''));
  if (!groups) return err({ code: 'date_form', facts: { text: text.trim().slice(0, 20) } });
  const year = groups.year === undefined ? isoToCivil(today).year : Number(groups.year);
  const civil = { year, month: Number(groups.month), day: Number(groups.day) };
  if (!isCivilDay(civil)) return err({ code: 'date_impossible', facts: { text: text.trim().slice(0, 20) } });
  return ok(civilToIso(civil));
}

function matchDate(typed: string): Readonly<Record<string, string | undefined>> | null {
  for (const pattern of datePatterns) {
    const groups = pattern.exec(typed)?.groups;
    if (groups) return groups;
  }
  return null;
}
