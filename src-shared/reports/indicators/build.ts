// Short ways to write indicators down.

import { type Words, words } from '../../records/words.ts';
import type { Indicator, MeasureName, Source } from '../indicator.ts';

export const pieces = words('件', 'items');
export const times = words('起', 'cases');
export const people = words('人', 'people');
export const turns = words('人次', 'attendances');
export const minutes = words('分钟', 'minutes');
export const yuan = words('元', 'yuan');
const none = words('', '');

export function from(key: string, label: Words, unit: Words, source: Source, meaning?: Words): Indicator {
  return { key, label, unit, source, ...(meaning ? { meaning } : {}) };
}

export function counted(key: string, label: Words, unit: Words, measure: MeasureName, meaning?: Words): Indicator {
  return from(key, label, unit, { measure }, meaning);
}

export function money(key: string, label: Words, source: Source): Indicator {
  return { key, label, unit: yuan, money: true, source };
}

/** Entered by hand for each period. */
export function entered(key: string, zh: string, en: string, unit: Words): Indicator {
  return from(key, words(zh, en), unit, { manual: true });
}

/** In percent, with both numbers shown. */
export function rate(key: string, label: Words, part: string, whole: string, meaning: Words): Indicator {
  return from(key, label, none, { part, whole, as: 'percent' }, meaning);
}

/** So many of one for each of the other; the units differ and both are said. */
export function each(
  key: string,
  label: Words,
  unit: Words,
  { part, whole, meaning }: { readonly part: string; readonly whole: string; readonly meaning: Words },
): Indicator {
  return from(key, label, unit, { part, whole, as: 'each' }, meaning);
}
