// A calendar file from outside, checked before it replaces the one in use.

import { z } from 'zod';
import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { isIsoDate, weekdayOf } from '../dates/iso-date.ts';
import type { CalendarYear, WorkingCalendar } from './working-calendar.ts';

const days = z.array(z.string().max(20)).max(366);
const calendarFile = z.strictObject({
  version: z.string().min(1).max(40),
  source: z.string().min(1).max(400),
  years: z.record(
    z.string().regex(/^[1-9]\d{3}$/),
    z.strictObject({ holidays: days, workdays: days, provisional: z.boolean().optional() }),
  ),
});

/**
 * Reads `{version, source, years: {"2025": {holidays, workdays, provisional?}}}`, given as JSON text or as a value.
 * Problems: `calendar_form`; or one cause per wrong date under `invalid_fields`: `calendar_date`,
 * `calendar_wrong_year`, `calendar_date_twice`, `calendar_workday_on_weekday`.
 */
export function parseCalendar(json: unknown): Result<WorkingCalendar, Problem> {
  const file = calendarFile.safeParse(typeof json === 'string' ? readJson(json) : json);
  if (!file.success) return err({ code: 'calendar_form' });
  const { version, source, years } = file.data;
  const causes = Object.entries(years).flatMap(([year, lists]) => yearProblems(year, lists));
  if (causes.length > 0) return err({ code: 'invalid_fields', facts: { count: causes.length }, causes });
  return ok({ version, source, years: Object.fromEntries(Object.entries(years).map(toYear)) });
}

type FileYear = z.infer<typeof calendarFile>['years'][string];

function readJson(text: string): unknown {
  if (text.length > 1_000_000) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON: `undefined` fails the schema, which is the answer the caller gets.
    return undefined;
  }
}

function toYear([year, lists]: [string, FileYear]): [string, CalendarYear] {
  const { provisional } = lists;
  const dates = { holidays: lists.holidays.filter(isIsoDate), workdays: lists.workdays.filter(isIsoDate) };
  return [year, provisional === undefined ? dates : { ...dates, provisional }];
}

function yearProblems(year: string, { holidays, workdays }: FileYear): Problem[] {
  const seen = new Set<string>();
  const listed = [...pathsOf(`years/${year}/holidays`, holidays), ...pathsOf(`years/${year}/workdays`, workdays)];
  return listed.flatMap(({ path, text }) => {
    const problem = dateProblem(year, text, seen) ?? weekdayProblem(path, text);
    seen.add(text);
    return problem ? [{ ...problem, path }] : [];
  });
}

function pathsOf(list: string, texts: readonly string[]): { readonly path: string; readonly text: string }[] {
  return texts.map((text, index) => ({ path: `${list}/${index}`, text }));
}

function dateProblem(year: string, text: string, seen: ReadonlySet<string>): Problem | null {
  if (!isIsoDate(text)) return { code: 'calendar_date', facts: { text } };
  if (!text.startsWith(year)) return { code: 'calendar_wrong_year', facts: { date: text, year } };
  return seen.has(text) ? { code: 'calendar_date_twice', facts: { date: text } } : null;
}

function weekdayProblem(path: string, text: string): Problem | null {
  if (!path.includes('/workdays/') || !isWeekday(text)) return null;
  return { code: 'calendar_workday_on_weekday', facts: { date: text } };
}

function isWeekday(text: string): boolean {
  return isIsoDate(text) && weekdayOf(text) <= 5;
}
