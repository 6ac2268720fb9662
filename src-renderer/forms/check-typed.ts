// Finds texts that were typed into date, number and amount fields and cannot be read as such; they are never saved.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Content, ContentValue } from '../../src-shared/records/content.ts';
import { isIsoDate } from '../../src-shared/records/dates/iso-date.ts';
import { datePart, type IsoDateTime, isIsoDateTime } from '../../src-shared/records/dates/iso-date-time.ts';
import { parseDateInput } from '../../src-shared/records/dates/parse-date-input.ts';
import { parseDateTimeInput } from '../../src-shared/records/dates/parse-date-time-input.ts';
import type { Field, Fields } from '../../src-shared/records/field.ts';
import { parseYuan } from '../../src-shared/records/money/parse-yuan.ts';
import { parseValue } from '../../src-shared/records/parse-value.ts';
import { entriesOf, isContent, joinPath } from './content-paths.ts';

/** Problems with their paths, in the order of the form. */
export function checkTyped(fields: Fields, content: Content, now: IsoDateTime, at = ''): readonly Problem[] {
  return Object.entries(fields).flatMap(([key, field]) => checkField(field, content[key], now, joinPath(at, key)));
}

function checkField(field: Field, value: ContentValue, now: IsoDateTime, path: string): readonly Problem[] {
  if (field.type === 'group') return isContent(value) ? checkTyped(field.fields, value, now, path) : [];
  if (field.type === 'list')
    return entriesOf(value).flatMap((entry) => checkTyped(field.fields, entry, now, joinPath(path, entry.id)));
  const problem = typeof value === 'string' ? typedProblem(field, value, now) : null;
  return problem === null ? [] : [{ ...problem, path }];
}

function typedProblem(
  field: Exclude<Field, { type: 'group' | 'list' }>,
  typed: string,
  now: IsoDateTime,
): Problem | null {
  switch (field.type) {
    case 'date':
      return isIsoDate(typed) ? null : problemIn(parseDateInput(typed, datePart(now)));
    case 'dateTime':
      return isIsoDateTime(typed) ? null : problemIn(parseDateTimeInput(typed, datePart(now)));
    case 'money':
      return problemIn(parseYuan(typed));
    case 'integer':
      return { code: 'number_not_whole' };
    case 'choices':
      return null;
    default:
      return problemIn(parseValue(field, typed));
  }
}

function problemIn(read: { readonly ok: true } | { readonly ok: false; readonly problem: Problem }): Problem | null {
  return read.ok ? null : read.problem;
}
