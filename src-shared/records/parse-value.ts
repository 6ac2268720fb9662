// Reads one leaf value as it arrives (JSON, a form, a spreadsheet cell) into the value that is stored: right type,
// clean text, one spelling. Rules between fields are `check-record.ts`.

import { assertNever } from '../base/assert.ts';
import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Scalar } from '../base/scalar.ts';
import { isIsoDate, isoDate } from './dates/iso-date.ts';
import { isIsoDateTime } from './dates/iso-date-time.ts';
import { parseDateInput } from './dates/parse-date-input.ts';
import { parseDateTimeInput } from './dates/parse-date-time-input.ts';
import type { LeafField, TextField } from './field.ts';
import { normaliseText } from './normalise-text.ts';
import { cleanText } from './text/clean-text.ts';
import { foldFullWidth } from './text/full-width.ts';

/** Code points of a text whose declaration names no limit: one line, and a narrative. */
export const textLimits = { text: 500, longText: 20_000 } as const;

const codeLimit = 64;

/** The stored value; empty text is null (cleared). Problems carry no path: the caller knows it. */
export function parseValue(field: LeafField, raw: unknown): Result<Scalar, Problem> {
  if (raw === null || raw === undefined) return ok(null);
  switch (field.type) {
    case 'text':
    case 'longText':
      return parseText(field, raw);
    case 'choice':
    case 'officer':
    case 'record':
      return parseKey(raw);
    case 'date':
    case 'dateTime':
      return parseMoment(field.type, raw);
    case 'integer':
    case 'money':
      return parseNumber(field.type, raw);
    case 'yesNo':
      return typeof raw === 'boolean' ? ok(raw) : wrongType('yes_no');
    default:
      return assertNever(field, 'field type');
  }
}

function parseText(field: TextField, raw: unknown): Result<Scalar, Problem> {
  if (typeof raw !== 'string') return wrongType('text');
  const clean = cleanText(raw, { limit: field.maxLength ?? textLimits[field.type] });
  if (!clean.ok) return clean;
  const value = normaliseText(field, clean.value);
  return ok(value === '' ? null : value);
}

function parseKey(raw: unknown): Result<Scalar, Problem> {
  if (typeof raw !== 'string') return wrongType('code');
  const clean = cleanText(raw.trim(), { limit: codeLimit });
  return clean.ok ? ok(clean.value === '' ? null : clean.value) : clean;
}

function parseMoment(type: 'date' | 'dateTime', raw: unknown): Result<Scalar, Problem> {
  if (typeof raw !== 'string') return wrongType(type === 'date' ? 'date' : 'date_time');
  const typed = foldFullWidth(raw).trim();
  if (typed === '') return ok(null);
  if (type === 'date' ? isIsoDate(typed) : isIsoDateTime(typed)) return ok(typed);
  // Forms without a year (3.28, 今天) depend on the day they are read; the form reads those before it saves.
  if (!/^\d{4}/.test(typed))
    return err({ code: type === 'date' ? 'date_form' : 'time_form', facts: { text: typed.slice(0, 20) } });
  const anyDay = isoDate('2000-01-01');
  return type === 'date' ? parseDateInput(typed, anyDay) : parseDateTimeInput(typed, anyDay);
}

function parseNumber(type: 'integer' | 'money', raw: unknown): Result<Scalar, Problem> {
  if (typeof raw === 'string' && raw.trim() === '') return ok(null);
  const value = typeof raw === 'string' ? digitsToNumber(raw) : raw;
  if (typeof value !== 'number') return wrongType(type === 'money' ? 'fen' : 'integer');
  if (!Number.isSafeInteger(value)) return err({ code: type === 'money' ? 'money_not_whole_fen' : 'number_not_whole' });
  // -0 would be written as 0 and read back as another value.
  return ok(value === 0 ? 0 : value);
}

function digitsToNumber(raw: string): number | null {
  const typed = foldFullWidth(raw).trim();
  return /^-?\d{1,16}(\.\d{1,6})?$/.test(typed) ? Number(typed) : null;
}

const expectedWords = {
  text: { zh: '文字', en: 'text' },
  code: { zh: '代码', en: 'a code' },
  date: { zh: '日期 YYYY-MM-DD', en: 'a date YYYY-MM-DD' },
  date_time: { zh: '时间 YYYY-MM-DDTHH:mm', en: 'a time YYYY-MM-DDTHH:mm' },
  integer: { zh: '整数', en: 'a whole number' },
  fen: { zh: '以分为单位的整数', en: 'a whole number of fen' },
  yes_no: { zh: '是或否（true/false）', en: 'yes or no (true/false)' },
  codes: { zh: '代码的列表', en: 'a list of codes' },
  group: { zh: '一组内容', en: 'a group of fields' },
  list: { zh: '列表', en: 'a list' },
} as const;

export function wrongType(expected: keyof typeof expectedWords): { readonly ok: false; readonly problem: Problem } {
  const { zh, en } = expectedWords[expected];
  return err({ code: 'wrong_type', facts: { expected: zh, expected_en: en } });
}
