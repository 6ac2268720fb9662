// Reads a whole number, or an amount typed in yuan as fen.

import type { ContentValue } from '../../../src-shared/records/content.ts';
import type { NumberField } from '../../../src-shared/records/field.ts';
import { parseYuan } from '../../../src-shared/records/money/parse-yuan.ts';
import { foldFullWidth } from '../../../src-shared/records/text/full-width.ts';

/** Fen or a whole number; a text that is neither yet stays as typed. */
export function readNumber(type: NumberField['type'], text: string): ContentValue {
  if (text.trim() === '') return null;
  if (type === 'money') {
    const amount = parseYuan(text);
    return amount.ok ? amount.value : text;
  }
  const digits = foldFullWidth(text).replaceAll(/[\s,]/g, '');
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text;
}
