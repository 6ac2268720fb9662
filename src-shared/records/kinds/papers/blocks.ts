// Short spellings for printed forms. The forms are official Chinese papers, so their words have one language.

import type { FieldPath } from '../../condition.ts';
import type { Expression } from '../../expression.ts';
import type { PrintedBlock, PrintedColumn } from '../../printed-document.ts';
import { nameAt } from '../parts/persons.ts';

export type Pair = {
  readonly label: string;
  readonly value: Expression;
  readonly wide?: true;
  readonly lines?: number;
};

/** Fixed words of a form. */
export function say(zh: string): Expression {
  return { text: { zh, en: zh } };
}

/** Fixed words and values in one sentence. */
export function sentence(...parts: readonly (string | Expression)[]): Expression {
  return { join: parts.map((part) => (typeof part === 'string' ? say(part) : part)) };
}

export function field(path: FieldPath): Expression {
  return { field: path };
}

export function pair(label: string, value: FieldPath | Expression): Pair {
  return { label, value: typeof value === 'string' ? { field: value } : value };
}

/** A pair over the whole width, `lines` lines high for the pen. */
export function widePair(label: string, value: FieldPath | Expression, lines?: number): Pair {
  return lines === undefined ? { ...pair(label, value), wide: true } : { ...pair(label, value), wide: true, lines };
}

/** A cell left to the pen. */
export const blank: Expression = say('');

export function column(label: string, value: FieldPath | Expression, width?: number): PrintedColumn {
  const shown: Expression = typeof value === 'string' ? { field: value } : value;
  return width === undefined ? { label, value: shown } : { label, value: shown, width };
}

export function rightColumn(label: string, value: FieldPath | Expression, width: number): PrintedColumn {
  return { ...column(label, value, width), align: 'right' };
}

/** Somebody's name, or the part of it that is known. */
export function nameOf(path: string): Expression {
  return nameAt(path);
}

/** Name or 匿名 of one finder. */
export const finderName: Expression = {
  when: { equals: ['anonymous', true] },
  then: say('匿名'),
  else: nameAt(''),
};

export const finderNames: Expression = { each: 'finders', show: finderName, with: '、' };

/** Figures and formal capitals, as a receipt must have both. */
export function figuresAndCapitals(amount: Expression): Expression {
  return { join: [amount, { inWords: amount }], with: '，大写：' };
}

export const unitAndDate: PrintedBlock = { unitAndDate: true };
