// A moment on China's one clock (UTC+8 all year, no summer time) as text `YYYY-MM-DDTHH:mm` with optional `:ss`.

import { assert } from '../../base/assert.ts';
import type { Brand } from '../../base/brand.ts';
import { daysToIso, type IsoDate, isIsoDate, isoDate, isoToDays } from './iso-date.ts';

export type IsoDateTime = Brand<string, 'IsoDateTime'>;

const secondsPerDay = 86_400;
const offsetMs = 8 * 3_600_000;

/** True for a moment that exists, without zone, seconds optional; 24:00 and leap seconds are not written. */
export function isIsoDateTime(text: string): text is IsoDateTime {
  return isIsoDate(text.slice(0, 10)) && /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text);
}

/** Asserts that the text is a moment; for literals and for values that were checked before. */
export function isoDateTime(text: string): IsoDateTime {
  assert(isIsoDateTime(text), `a time YYYY-MM-DDTHH:mm[:ss], not ${text.slice(0, 20)}`);
  return text;
}

export function datePart(moment: IsoDateTime): IsoDate {
  return isoDate(moment.slice(0, 10));
}

/** `HH:mm`, or `HH:mm:ss` where seconds were given. */
export function timePart(moment: IsoDateTime): string {
  return moment.slice(11);
}

/** The first moment of a day. */
export function startOfDay(date: IsoDate): IsoDateTime {
  return isoDateTime(`${date}T00:00`);
}

/** Moves a moment; seconds stay written, or unwritten where they are zero and were not written before. */
export function addSeconds(moment: IsoDateTime, seconds: number): IsoDateTime {
  const moved = secondsToLocal(localToSeconds(moment) + seconds);
  return moment.length === 16 && moved.endsWith(':00') ? isoDateTime(moved.slice(0, 16)) : moved;
}

/** Whole minutes from `from` to `to`, cut towards zero; negative when `to` is earlier. */
export function minutesBetween(from: IsoDateTime, to: IsoDateTime): number {
  return Math.trunc((localToSeconds(to) - localToSeconds(from)) / 60);
}

/** -1, 0 or 1; `14:05` and `14:05:00` are the same moment. */
export function compareDateTimes(left: IsoDateTime, right: IsoDateTime): number {
  return Math.sign(localToSeconds(left) - localToSeconds(right));
}

/** The moment on China's clock, to the second, of milliseconds since 1970-01-01T00:00Z. */
export function epochMsToLocal(ms: number): IsoDateTime {
  return secondsToLocal(Math.floor((ms + offsetMs) / 1000));
}

/** Milliseconds since 1970-01-01T00:00Z of a moment on China's clock. */
export function localToEpochMs(moment: IsoDateTime): number {
  return localToSeconds(moment) * 1000 - offsetMs;
}

function localToSeconds(moment: IsoDateTime): number {
  const [hours, minutes, seconds] = [moment.slice(11, 13), moment.slice(14, 16), moment.slice(17, 19)].map(Number);
  return isoToDays(datePart(moment)) * secondsPerDay + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function secondsToLocal(seconds: number): IsoDateTime {
  const days = Math.floor(seconds / secondsPerDay);
  const rest = seconds - days * secondsPerDay;
  const parts = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return isoDateTime(`${daysToIso(days)}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`);
}
