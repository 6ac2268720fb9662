// Reads a date or moment as it is typed into a form, on the desk's own clock.

import type { ContentValue } from '../../../src-shared/records/content.ts';
import { datePart, type IsoDateTime } from '../../../src-shared/records/dates/iso-date-time.ts';
import { parseDateInput } from '../../../src-shared/records/dates/parse-date-input.ts';
import { parseDateTimeInput } from '../../../src-shared/records/dates/parse-date-time-input.ts';
import type { DateField } from '../../../src-shared/records/field.ts';

/** The stored form of what was typed; a text that is no moment yet stays as typed, so that nothing is lost. */
export function readMoment(type: DateField['type'], text: string, now: IsoDateTime): ContentValue {
  if (text.trim() === '') return null;
  const today = datePart(now);
  if (type === 'date') {
    const date = parseDateInput(text, today);
    return date.ok ? date.value : text;
  }
  if (/^(现在|此刻|now)$/i.test(text.trim())) return now.slice(0, 16);
  const moment = parseDateTimeInput(text, today);
  return moment.ok ? moment.value : text;
}
