// Moments as people type them: a date and a time, twelve digits, or a time alone for today.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { foldFullWidth } from '../text/full-width.ts';
import type { IsoDate } from './iso-date.ts';
import { type IsoDateTime, isIsoDateTime } from './iso-date-time.ts';
import { parseDateInput } from './parse-date-input.ts';

const timePatterns: readonly RegExp[] = [
  /(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2}))?$/,
  /(?<hour>\d{1,2})[时点](?:(?<minute>\d{1,2})分?)?(?:(?<second>\d{1,2})秒)?$/,
  /(?<=^\d{8})(?<hour>\d{2})(?<minute>\d{2})$/,
];

/**
 * Reads a typed moment: any date of `parseDateInput` followed by `23:40`, `23:40:05`, `23时40分`, `9点`; twelve digits
 * `202503282340`; or a time alone, which is today's. Problems: `date_form`, `date_impossible`, `time_form`,
 * `time_impossible`.
 */
export function parseDateTimeInput(text: string, today: IsoDate): Result<IsoDateTime, Problem> {
  const typed = foldFullWidth(text).trim().toLowerCase();
  const shown = text.trim().slice(0, 24);
  const time = findTime(typed);
  if (!time) return err({ code: 'time_form', facts: { text: shown } });
  const datePart = typed
    .slice(0, time.index)
    .replace(/(?<=\d)t$/, '')
    .trim();
  const date = datePart === '' ? ok(today) : parseDateInput(datePart, today);
  if (!date.ok) return date;
  const moment = `${date.value}T${time.clock}`;
  return isIsoDateTime(moment) ? ok(moment) : err({ code: 'time_impossible', facts: { text: shown } });
}

function findTime(typed: string): { readonly index: number; readonly clock: string } | null {
  for (const pattern of timePatterns) {
    const match = pattern.exec(typed);
    if (!match?.groups) continue;
    const { hour, minute, second } = match.groups;
    const parts = [hour ?? '', minute ?? '0', ...(second === undefined ? [] : [second])];
    return { index: match.index, clock: parts.map((part) => part.padStart(2, '0')).join(':') };
  }
  return null;
}
