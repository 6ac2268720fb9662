// What a declared expression comes to for a record: titles, register columns, printed forms, derived fields.

import { assertNever } from '../base/assert.ts';
import type { FieldPath } from './condition.ts';
import { isIsoDate } from './dates/iso-date.ts';
import { datePart, isIsoDateTime, minutesBetween, startOfDay } from './dates/iso-date-time.ts';
import { dueMomentOf } from './deadline-due.ts';
import { amountOf, holds } from './evaluate-condition.ts';
import type { Expression } from './expression.ts';
import { maskText } from './mask-text.ts';
import { isFen } from './money/fen.ts';
import { codesOf, entriesAt, type Found, find, isFilled, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { stateOf } from './record-state.ts';
import { screenStyle, show } from './show.ts';
import { shownValue } from './show-value.ts';
import { joinShown, nothing, type Shown, textShown } from './shown.ts';

/** The value of the expression read from this place; empty where what it names is empty. */
export function evaluate(expression: Expression, at: Place, context: RecordContext): Shown {
  const inner = (part: Expression) => evaluate(part, at, context);
  if ('join' in expression) return joinShown(expression.join.map(inner), expression.with ?? '');
  if ('first' in expression) return expression.first.map(inner).find(({ type }) => type !== 'empty') ?? nothing;
  if ('when' in expression) {
    const chosen = holds(expression.when, at, context) ? expression.then : expression.else;
    return chosen ? inner(chosen) : nothing;
  }
  if ('each' in expression) return evaluateEach(expression, at, context);
  if ('masked' in expression) return evaluateMasked(expression, at, context);
  if ('entry' in expression) return evaluateEntry(expression, at, context);
  return evaluateOne(expression, at, context);
}

type Combined = Extract<
  Expression,
  | { join: unknown }
  | { first: unknown }
  | { when: unknown }
  | { each: unknown }
  | { masked: unknown }
  | { entry: unknown }
>;

function evaluateOne(expression: Exclude<Expression, Combined>, at: Place, context: RecordContext): Shown {
  if ('text' in expression) return { type: 'words', value: expression.text };
  if ('record' in expression) return recordFact(expression.record, context);
  if ('due' in expression) return dueShown(expression.due, context);
  if ('day' in expression) return dayShown(find(at, expression.day)[0]?.value);
  if (!('field' in expression)) return evaluateNumber(expression, at, context);
  const values = find(at, expression.field).map(({ field, value }) => shownValue(field, value, context));
  return joinShown(values, '、');
}

type Numeric = Extract<
  Expression,
  { sum: unknown } | { count: unknown } | { product: unknown } | { minutes: unknown } | { inWords: unknown }
>;

function evaluateNumber(expression: Numeric, at: Place, context: RecordContext): Shown {
  if ('sum' in expression) return sumShown(expression, at, context);
  if ('count' in expression) return countShown(expression, at, context);
  if ('product' in expression) return productShown(expression.product.map((path) => firstNumber(at, path)));
  if ('minutes' in expression) return minutesShown(expression.minutes, at);
  if ('inWords' in expression) {
    const amount = evaluate(expression.inWords, at, context);
    return amount.type === 'money' ? { type: 'capitals', value: amount.value } : nothing;
  }
  return assertNever(expression, 'expression');
}

function evaluateEach(expression: Extract<Expression, { each: unknown }>, at: Place, context: RecordContext): Shown {
  const places = entriesAt(at, expression.each).filter(
    (place) => !expression.where || holds(expression.where, place, context),
  );
  return joinShown(
    places.map((place) => evaluate(expression.show, place, context)),
    expression.with ?? '、',
  );
}

function evaluateMasked(
  expression: Extract<Expression, { masked: unknown }>,
  at: Place,
  context: RecordContext,
): Shown {
  const plain = show(evaluate(expression.masked, at, context), screenStyle);
  const person = 'field' in expression.masked ? (find(at, expression.masked.field)[0]?.place ?? at) : at;
  return textShown(maskText(plain, expression.as, person.content.gender));
}

function evaluateEntry(expression: Extract<Expression, { entry: unknown }>, at: Place, context: RecordContext): Shown {
  const pointed = find(at, expression.entry).flatMap(({ field, value }) => {
    const lists = field.type === 'text' ? (field.entryOf ?? []) : [];
    return lists.flatMap((list) => entriesAt(context.place, list)).filter(({ entry }) => entry === value);
  });
  return joinShown(
    pointed.map((place) => evaluate(expression.show, place, context)),
    '、',
  );
}

function sumShown(expression: Extract<Expression, { sum: unknown }>, at: Place, context: RecordContext): Shown {
  const paths: readonly FieldPath[] = typeof expression.sum === 'string' ? [expression.sum] : expression.sum;
  const found = paths
    .flatMap((path) => find(at, path))
    .filter(({ place }) => !expression.where || holds(expression.where, place, context));
  const filled = found.filter(({ value }) => isFilled(value));
  return filled.length === 0 ? nothing : numberShown(amountOf(filled), filled);
}

/** Of entries or codes; an empty list counts 0. */
function countShown(expression: Extract<Expression, { count: unknown }>, at: Place, context: RecordContext): Shown {
  const { where } = expression;
  const entries = entriesAt(at, expression.count).filter((place) => !where || holds(where, place, context));
  const codes = find(at, expression.count).flatMap(({ value }) => codesOf(value));
  return { type: 'integer', value: entries.length + codes.length };
}

type FoundNumber = { readonly found: Found; readonly value: number };

function firstNumber(at: Place, path: string): FoundNumber | null {
  const found = find(at, path)[0];
  return found && typeof found.value === 'number' ? { found, value: found.value } : null;
}

function productShown(factors: readonly (FoundNumber | null)[]): Shown {
  const known = factors.filter((factor) => factor !== null);
  if (known.length < factors.length) return nothing;
  return numberShown(
    known.reduce((product, { value }) => product * value, 1),
    known.map(({ found }) => found),
  );
}

function numberShown(value: number, found: readonly Found[]): Shown {
  const isMoney = found.some(({ field }) => field.type === 'money');
  return isMoney && isFen(value) ? { type: 'money', value } : { type: 'integer', value };
}

function minutesShown([from, to]: readonly [FieldPath, FieldPath], at: Place): Shown {
  const [start, end] = [from, to].map((path) => moment(find(at, path)[0]?.value));
  return start && end ? { type: 'integer', value: minutesBetween(start, end) } : nothing;
}

function moment(value: unknown) {
  if (typeof value !== 'string') return null;
  if (isIsoDate(value)) return startOfDay(value);
  return isIsoDateTime(value) ? value : null;
}

function dayShown(value: unknown): Shown {
  const start = moment(value);
  return start ? { type: 'date', value: datePart(start) } : nothing;
}

function dueShown(key: string, context: RecordContext): Shown {
  const due = dueMomentOf(key, context)?.due;
  if (due === undefined) return nothing;
  return isIsoDate(due) ? { type: 'date', value: due } : { type: 'dateTime', value: due };
}

function recordFact(fact: Extract<Expression, { record: unknown }>['record'], context: RecordContext): Shown {
  const { system, created, unit, kind, now } = context;
  switch (fact) {
    case 'number':
      return textShown(system.number);
    case 'status':
      return system.status === '' ? nothing : { type: 'words', value: stateOf(kind, system.status).label };
    case 'createdBy':
      return textShown(created ? (context.officerName(created.by) ?? created.by) : null);
    case 'createdAt':
      return created ? { type: 'dateTime', value: created.at } : nothing;
    case 'unit':
      return textShown(unit.name);
    case 'unitPhone':
      return textShown(unit.phone);
    case 'today':
      return { type: 'date', value: datePart(now) };
    default:
      return assertNever(fact, 'record fact');
  }
}
