// Dates as offices write them in ledgers: real dates, serial numbers of the spreadsheet, and text in every usual style.
// What could be two different days is refused and never guessed.

import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { addDays, civilToIso, type IsoDate, isCivilDay, isIsoDate, isoDate } from '../records/dates/iso-date.ts';
import { foldFullWidth } from '../records/text/full-width.ts';
import { type Cell, cellText, isMoment } from './cell.ts';

export type ReadMoment = {
  readonly date: IsoDate;
  /** `HH:mm` or `HH:mm:ss`; null where the ledger tells only the day. */
  readonly time: string | null;
};

/** Serial numbers of days from 1954 to 2119; a smaller or larger number in a column of dates is no date. */
const serials = { first: 20_000, last: 80_000, epoch: isoDate('1899-12-30') } as const;
const secondsOfDay = 86_400;
/** Two-digit years up to this many years after the present one are of this century's ledgers. */
const yearsAhead = 1;

/**
 * Reads a cell as a day, with its time where there is one. `year`: of the ledger, for dates without a year; null when
 * nothing tells it. `today` bounds years of two digits. Problems: `import_date_unclear`, `import_date_without_year`,
 * `date_impossible`, `time_impossible`.
 */
export function readMoment(cell: Cell, year: number | null, today: IsoDate): Result<ReadMoment, Problem> {
  if (typeof cell === 'object' && cell !== null && isMoment(cell)) return fromReal(cell.moment);
  if (typeof cell === 'number') return fromNumber(cell, year, today);
  return fromText(cellText(cell), year, today);
}

function fromReal(moment: string): Result<ReadMoment, Problem> {
  const [day = '', clock = ''] = moment.split('T');
  // A time without a day is a fraction of the spreadsheet's day 0.
  if (!isIsoDate(day) || day < '1901-01-01') return unclear(clock);
  return ok({ date: isoDate(day), time: clock === '00:00:00' ? null : shortTime(clock) });
}

function fromNumber(value: number, year: number | null, today: IsoDate): Result<ReadMoment, Problem> {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231)
    return fromText(String(value), year, today);
  // Written so that what is no number at all is refused, too.
  if (!(value >= serials.first && value < serials.last)) return unclear(String(value));
  const days = Math.floor(value);
  const seconds = Math.round((value - days) * secondsOfDay);
  const date = addDays(serials.epoch, seconds === secondsOfDay ? days + 1 : days);
  return ok({ date, time: seconds % secondsOfDay === 0 ? null : clockOf(seconds) });
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return shortTime(parts.map((part) => String(part).padStart(2, '0')).join(':'));
}

function shortTime(clock: string): string {
  return clock.replace(/^(\d\d:\d\d):00$/, '$1');
}

const chineseDigits = '〇一二三四五六七八九';

/** 二〇二五年三月二十八日 → 2025年3月28日. */
function arabic(text: string): string {
  return text
    .replaceAll(/[零○]/g, '〇')
    .replaceAll(
      /([一二三四五六七八九])?十([一二三四五六七八九])?(?=[月日号时点分])/g,
      (_, tens?: string, ones?: string) =>
        String(
          (tens === undefined ? 1 : chineseDigits.indexOf(tens)) * 10 +
            (ones === undefined ? 0 : chineseDigits.indexOf(ones)),
        ),
    )
    .replaceAll(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)));
}

const days: readonly RegExp[] = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /^(?<year>\d{4})[-/.、](?<month>\d{1,2})[-/.、](?<day>\d{1,2})(?!\d)[日号]?/,
  /^(?<year>\d{4}|\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?/,
  /^(?<year>\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d-/.])[日号]?/,
  /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d-/.])[日号]?/,
];
const clocks: readonly RegExp[] = [
  /^(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2}))?(?:\.\d+)?z?$/,
  /^(?<hour>\d{1,2})[时点](?:(?<half>半)|(?<minute>\d{1,2})分?)?(?:(?<second>\d{1,2})秒)?许?$/,
];

function fromText(text: string, year: number | null, today: IsoDate): Result<ReadMoment, Problem> {
  const typed = arabic(foldFullWidth(text.slice(0, 100)).toLowerCase())
    .replace(/[([](星期|周|礼拜).[)\]]|(星期|礼拜)[一二三四五六日天\d]|^约|左右$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const closed = typed.replace(/ ?([-/.:年月日号时点分秒]) ?/g, '$1');
  for (const pattern of days) {
    const match = pattern.exec(closed);
    if (match?.groups) return withDay(match.groups, closed.slice(match[0].length), { text, year, today });
  }
  return unclear(text);
}

type Given = { readonly text: string; readonly year: number | null; readonly today: IsoDate };
type Groups = Readonly<Record<string, string | undefined>>;

function withDay(groups: Groups, rest: string, given: Given): Result<ReadMoment, Problem> {
  const whole = yearOf(groups.year, given);
  if (!whole.ok) return whole;
  const civil = { year: whole.value, month: Number(groups.month), day: Number(groups.day) };
  if (!isCivilDay(civil)) return err({ code: 'date_impossible', facts: { text: given.text.slice(0, 24) } });
  const time = readClock(rest.trim().replace(/^[,t]/, '').trim(), given.text);
  return time.ok ? ok({ date: civilToIso(civil), time: time.value }) : time;
}

function yearOf(written: string | undefined, { text, year, today }: Given): Result<number, Problem> {
  if (written === undefined)
    return year === null ? err({ code: 'import_date_without_year', facts: { text: text.slice(0, 24) } }) : ok(year);
  if (written.length === 4) return ok(Number(written));
  const full = 2000 + Number(written);
  return full <= Number(today.slice(0, 4)) + yearsAhead ? ok(full) : unclear(text);
}

const halves: Readonly<Record<string, number>> = {
  凌晨: 0,
  早上: 0,
  清晨: 0,
  上午: 0,
  中午: 12,
  下午: 12,
  傍晚: 12,
  晚上: 12,
  晚: 12,
};

function readClock(text: string, whole: string): Result<string | null, Problem> {
  const [, word = '', rest = ''] =
    /^(凌晨|早上|清晨|上午|中午|下午|傍晚|晚上|晚|am|pm)? ?(.*?)(?: ?[ap]m)?$/.exec(text) ?? [];
  if (rest === '') return word === '' ? ok(null) : unclear(whole);
  const groups = clocks.map((clock) => clock.exec(rest)?.groups).find((found) => found !== undefined);
  if (!groups) return unclear(whole);
  const hour = hourOf(Number(groups.hour), word === '' ? (/[ap]m$/.exec(text)?.[0] ?? '') : word);
  const minute = groups.half === undefined ? Number(groups.minute ?? 0) : 30;
  const second = Number(groups.second ?? 0);
  if (hour > 23 || minute > 59 || second > 59)
    return err({ code: 'time_impossible', facts: { text: whole.slice(0, 24) } });
  return ok(clockOf(hour * 3600 + minute * 60 + second));
}

function hourOf(hour: number, word: string): number {
  const later = word === 'pm' ? 12 : (halves[word] ?? 0);
  if (word === 'am' && hour === 12) return 0;
  return hour < 12 && !(word === '中午' && hour >= 11) ? hour + later : hour;
}

function unclear(text: string): { readonly ok: false; readonly problem: Problem } {
  return err({ code: 'import_date_unclear', facts: { text: text.slice(0, 24) } });
}
