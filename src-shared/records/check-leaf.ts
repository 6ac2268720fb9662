// What can be wrong with one filled leaf of a record: type, limits, dates, choices, named checks.

import { assertNever } from '../base/assert.ts';
import type { Problem } from '../base/problem.ts';
import type { Scalar } from '../base/scalar.ts';
import { datePart } from './dates/iso-date-time.ts';
import { isLater } from './evaluate-condition.ts';
import type { DateField, LeafField, NumberField, TextField } from './field.ts';
import { namedCheck } from './named-checks.ts';
import { parseValue } from './parse-value.ts';
import { entriesAt, fieldNamed, find, outermost, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { screenStyle, show } from './show.ts';
import { shownValue } from './show-value.ts';

/** Problems without a path: the caller knows it. `unchanged`: the saved record holds the very same value. */
export function checkLeaf(
  field: LeafField,
  value: unknown,
  at: Place,
  context: RecordContext,
  unchanged: boolean,
): readonly Problem[] {
  const parsed = parseValue(field, value);
  if (!parsed.ok) return [parsed.problem];
  return parsed.value === null ? [] : checkParsed(field, parsed.value, at, context, unchanged);
}

function checkParsed(
  field: LeafField,
  value: Scalar,
  at: Place,
  context: RecordContext,
  unchanged: boolean,
): readonly Problem[] {
  switch (field.type) {
    case 'text':
    case 'longText':
      return checkText(field, String(value), at, context, unchanged);
    case 'date':
    case 'dateTime':
      return checkMoment(field, String(value), at, context);
    case 'integer':
    case 'money':
      return checkNumber(field, Number(value));
    case 'choice':
      return unchanged || isCode(field.codes, String(value), context) ? [] : [notAChoice(value)];
    case 'officer':
      return unchanged || context.officerName(String(value)) !== null ? [] : [notAChoice(value)];
    case 'record':
      return unchanged || context.linked(String(value)) !== null ? [] : [notAChoice(value)];
    case 'yesNo':
      return [];
    default:
      return assertNever(field, 'field type');
  }
}

/** A code of the list; a code the saved record holds already may stay when the list has moved on. */
export function isCode(list: string, code: string, { codeLists }: RecordContext): boolean {
  const codes = Object.hasOwn(codeLists, list) ? codeLists[list] : undefined;
  return codes !== undefined && Object.hasOwn(codes, code);
}

export function notAChoice(value: unknown): Problem {
  return { code: 'not_a_choice', facts: { value: String(value).slice(0, 40) } };
}

function checkText(
  field: TextField,
  value: string,
  at: Place,
  context: RecordContext,
  unchanged: boolean,
): readonly Problem[] {
  const named = field.check ? namedCheck(field.check, value, at.content, datePart(context.now)) : [];
  if (!field.entryOf || unchanged) return named;
  const record = outermost(at);
  const isThere = field.entryOf.some((list) => entriesAt(record, list).some(({ entry }) => entry === value));
  return isThere ? named : [...named, { code: 'entry_unknown' }];
}

function checkMoment(field: DateField, value: string, at: Place, context: RecordContext): readonly Problem[] {
  const problems: Problem[] = [];
  if (field.notFuture && isLater(value, context.now)) {
    problems.push({ code: 'date_in_future', facts: { now: context.now.slice(0, 16).replace('T', ' ') } });
  }
  const { notBefore } = field;
  const earlier =
    notBefore === undefined ? undefined : find(at, notBefore).find(({ value: other }) => isLater(other, value));
  if (earlier && notBefore !== undefined) {
    const { zh, en } = fieldNamed(at, notBefore)?.field.label ?? earlier.field.label;
    const other = show(shownValue(earlier.field, earlier.value, context), screenStyle);
    problems.push({ code: 'date_before_other', facts: { field: zh, field_en: en, other } });
  }
  return problems;
}

function checkNumber(field: NumberField, value: number): readonly Problem[] {
  const { min, max } = field;
  if (min !== undefined && value < min) {
    return [
      field.type === 'money' && min === 0 ? { code: 'money_negative' } : { code: 'number_too_small', facts: { min } },
    ];
  }
  return max !== undefined && value > max ? [{ code: 'number_too_large', facts: { max } }] : [];
}
