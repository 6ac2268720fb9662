// Dates and times as they are shown: on screen, in documents (GB/T 9704-2012: Arabic digits, no leading zeros), in ledgers.

import type { Language } from '../words.ts';
import { type IsoDate, isoToCivil, weekdayOf } from './iso-date.ts';
import { datePart, type IsoDateTime, timePart } from './iso-date-time.ts';

/** screen `2025-03-28`; document `2025年3月28日` or `28 March 2025`; ledger `2025.03.28`. */
export type DateStyle = 'screen' | 'document' | 'ledger';

const weekdays = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<Language, readonly string[]>;

/** From January, at 0. */
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export function formatDate(date: IsoDate, style: DateStyle, language: Language): string {
  if (style === 'screen') return date;
  if (style === 'ledger') return date.replaceAll('-', '.');
  const { year, month, day } = isoToCivil(date);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${englishMonths[month - 1]} ${year}`;
}

/** As `formatDate`, with hours and minutes: `2025-03-28 14:05`, `2025年3月28日14时05分`, `28 March 2025, 14:05`. */
export function formatDateTime(moment: IsoDateTime, style: DateStyle, language: Language): string {
  const date = formatDate(datePart(moment), style, language);
  const clock = timePart(moment).slice(0, 5);
  if (style !== 'document') return `${date} ${clock}`;
  return language === 'zh' ? `${date}${clock.replace(':', '时')}分` : `${date}, ${clock}`;
}

/** `星期五`, `Friday`. */
export function formatWeekday(date: IsoDate, language: Language): string {
  return weekdays[language][weekdayOf(date) - 1] ?? '';
}
