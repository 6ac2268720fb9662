// How a period is said: 2026年3月, 2026年第一季度, and the days of one that its name does not tell.

import { englishMonths, formatDate } from '../records/dates/format-date.ts';
import { isoToCivil } from '../records/dates/iso-date.ts';
import type { Language, Words } from '../records/words.ts';
import { type Period, type PeriodKind, weekNumber } from './period.ts';

const quarters = ['一', '二', '三', '四'] as const;

/** The period by its name. */
export function periodWords(period: Period): Words {
  return { zh: periodName(period, 'zh'), en: periodName(period, 'en') };
}

function periodName(period: Period, language: Language): string {
  const { kind, first, last } = period;
  if (kind === 'day' || (kind === 'any' && first === last)) return formatDate(first, 'document', language);
  return kind === 'any' ? days(period, language) : names[language](period);
}

const names: Readonly<Record<Language, (period: Period) => string>> = {
  zh: (period) => {
    const { year, month } = isoToCivil(namingDay(period));
    if (period.kind === 'week') {
      const { year: weekYear, week } = weekNumber(period.first);
      return `${weekYear}年第${week}周（${days(period, 'zh')}）`;
    }
    if (period.kind === 'quarter') return `${year}年第${quarters[(month + 2) / 3 - 1]}季度`;
    if (period.kind === 'year') return `${year}年`;
    return `${year}年${month}月${period.kind === 'month' ? '' : `（${days(period, 'zh')}）`}`;
  },
  en: (period) => {
    const { year, month } = isoToCivil(namingDay(period));
    if (period.kind === 'week') {
      const { year: weekYear, week } = weekNumber(period.first);
      return `Week ${week} of ${weekYear} (${days(period, 'en')})`;
    }
    if (period.kind === 'quarter') return `Quarter ${(month + 2) / 3} of ${year}`;
    if (period.kind === 'year') return String(year);
    return `${englishMonths[month - 1]} ${year}${period.kind === 'month' ? '' : ` (${days(period, 'en')})`}`;
  },
};

/** A statistics month bears the name of the month it ends in. */
function namingDay({ kind, first, last }: Period) {
  return kind === 'statistics_month' ? last : first;
}

function days({ first, last }: Period, language: Language): string {
  const [from, to] = [formatDate(first, 'document', language), formatDate(last, 'document', language)];
  return language === 'zh' ? `${from}至${to}` : `${from} to ${to}`;
}

type Columns = { readonly now: Words; readonly previous: Words; readonly lastYear: Words };

const columns: Readonly<Record<PeriodKind, Columns>> = {
  day: {
    now: { zh: '当日', en: 'This day' },
    previous: { zh: '前一日', en: 'Day before' },
    lastYear: { zh: '上年同日', en: 'A year ago' },
  },
  week: {
    now: { zh: '本周', en: 'This week' },
    previous: { zh: '上周', en: 'Last week' },
    lastYear: { zh: '上年同期', en: 'A year ago' },
  },
  month: {
    now: { zh: '本月', en: 'This month' },
    previous: { zh: '上月', en: 'Last month' },
    lastYear: { zh: '上年同期', en: 'A year ago' },
  },
  statistics_month: {
    now: { zh: '本月', en: 'This month' },
    previous: { zh: '上月', en: 'Last month' },
    lastYear: { zh: '上年同期', en: 'A year ago' },
  },
  quarter: {
    now: { zh: '本季度', en: 'This quarter' },
    previous: { zh: '上季度', en: 'Last quarter' },
    lastYear: { zh: '上年同期', en: 'A year ago' },
  },
  year: {
    now: { zh: '本年', en: 'This year' },
    previous: { zh: '上年', en: 'Last year' },
    lastYear: { zh: '上年同期', en: 'A year ago' },
  },
  any: {
    now: { zh: '本期', en: 'This period' },
    previous: { zh: '上期', en: 'Period before' },
    lastYear: { zh: '上年同期', en: 'A year ago' },
  },
};

/** Headings of the columns of a report of this kind of period. */
export function columnWords(kind: PeriodKind): Columns {
  return columns[kind];
}
