// Writes a shown value as text: on screen, in an official document, in a register (台账).

import { assertNever } from '../base/assert.ts';
import type { Scalar } from '../base/scalar.ts';
import { formatDate, formatDateTime } from './dates/format-date.ts';
import type { Fen } from './money/fen.ts';
import { fenToChinese } from './money/fen-to-chinese.ts';
import { formatYuan } from './money/format-yuan.ts';
import type { Shown } from './shown.ts';
import type { Language } from './words.ts';

/** screen `2025-03-28`, `200.00 元`; document `2025年3月28日`, `200.00元`; register `2025.03.28`, `200.00`. */
export type ShowStyle = { readonly for: 'screen' | 'document' | 'register'; readonly language: Language };

export const screenStyle: ShowStyle = { for: 'screen', language: 'zh' };

/** Empty is empty text; whoever shows it decides on a dash or a blank line. */
export function show(shown: Shown, style: ShowStyle): string {
  switch (shown.type) {
    case 'empty':
      return '';
    case 'text':
      return shown.value;
    case 'words':
      return shown.value[style.language];
    case 'integer':
      return String(shown.value);
    case 'money':
      return showMoney(shown.value, style);
    case 'capitals':
      return fenToChinese(shown.value);
    case 'date':
      return formatDate(shown.value, dateStyle(style), style.language);
    case 'dateTime':
      return formatDateTime(shown.value, dateStyle(style), style.language);
    case 'yesNo':
      return style.language === 'zh' ? chinese(shown.value) : english(shown.value);
    case 'joined':
      return shown.parts.map((part) => show(part, style)).join(separator(shown.with, style.language));
    default:
      return assertNever(shown, 'shown value');
  }
}

/** What a derived field holds: the scalar behind a shown value; joined and worded values as Chinese text. */
export function shownScalar(shown: Shown): Scalar {
  switch (shown.type) {
    case 'empty':
      return null;
    case 'words':
    case 'joined':
    case 'capitals':
      return show(shown, screenStyle);
    default:
      return shown.value;
  }
}

function showMoney(value: Fen, style: ShowStyle): string {
  const figures = formatYuan(value);
  if (style.for === 'register') return figures;
  if (style.language === 'en') return `¥${figures}`;
  return style.for === 'document' ? `${figures}元` : `${figures} 元`;
}

function dateStyle(style: ShowStyle): 'screen' | 'document' | 'ledger' {
  return style.for === 'register' ? 'ledger' : style.for;
}

function separator(declared: string, language: Language): string {
  if (language === 'zh') return declared;
  return { '、': ', ', '，': ', ', '；': '; ', '：': ': ' }[declared] ?? declared;
}

function chinese(value: boolean): string {
  return value ? '是' : '否';
}

function english(value: boolean): string {
  return value ? 'Yes' : 'No';
}
