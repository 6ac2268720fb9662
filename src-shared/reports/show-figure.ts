// Figures and comparisons as a report says them: 20.05万元, 93.79%, 127余, 同比上升12.50%, 上年同期为0.

import { isFen } from '../records/money/fen.ts';
import { formatWanYuan, formatYiYuan, formatYuan } from '../records/money/format-yuan.ts';
import { divideHalfUp, percentHalfUp } from '../records/money/round-half-up.ts';
import type { Language } from '../records/words.ts';
import type { Amount } from './amount.ts';
import type { Comparison } from './comparison.ts';
import type { Figure } from './figure.ts';
import { type Indicator, isManual, isRate } from './indicator.ts';

/** 一亿元 in fen. */
const hundredMillionYuan = 10_000_000_000;

export function showFigure(indicator: Indicator, figure: Figure, language: Language): string {
  if ('amount' in figure) return showAmount(indicator, figure.amount, language);
  const { part, whole } = figure;
  if (part === null || whole === null) return language === 'zh' ? '未填报' : 'not entered';
  if (whole.value === 0) return language === 'zh' ? '分母为0' : 'of none';
  const isShare = isRate(indicator) && indicator.source.as === 'percent';
  if (isShare) return `${percentHalfUp(part.value, whole.value) ?? ''}%`;
  return oneDecimal(part.value, whole.value);
}

/** Both numbers of a rate: `1,496／1,595`. Empty for anything else. */
export function showParts(
  { part, whole }: { readonly part: Indicator | undefined; readonly whole: Indicator | undefined },
  figure: Figure,
  language: Language,
): string {
  if ('amount' in figure || !part || !whole) return '';
  return [showAmount(part, figure.part, language), showAmount(whole, figure.whole, language)].join('／');
}

export function showAmount(indicator: Indicator, amount: Amount | null, language: Language): string {
  const { money } = indicator;
  if (amount === null && !isManual(indicator)) return '—';
  if (amount === null) return language === 'zh' ? '未填报' : 'not entered';
  const sign = language === 'zh' ? '余' : '+';
  const more = amount.approximate ? sign : '';
  return money ? moneyText(amount.value, language, more) : `${grouped(amount.value)}${more}`;
}

/** 余 stands before the unit, as reports write it: 20.00余万元. */
function moneyText(value: number, language: Language, more: string): string {
  if (!isFen(value)) return grouped(value);
  if (language === 'en') return `${formatYuan(value)}${more}`;
  return Math.abs(value) >= hundredMillionYuan
    ? `${formatYiYuan(value)}${more}亿元`
    : `${formatWanYuan(value)}${more}万元`;
}

function oneDecimal(part: number, whole: number): string {
  const tenths = String(divideHalfUp(BigInt(part) * 10n, BigInt(whole))).padStart(2, '0');
  return `${grouped(Number(tenths.slice(0, -1)))}.${tenths.slice(-1)}`;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export type ComparisonColumn = 'change' | 'yearOnYear';

/** `上升12.50%`, `下降3.20个百分点`, `持平`; a base of 0 is said in words, never as a percentage. */
export function showComparison(comparison: Comparison, column: ComparisonColumn, language: Language): string {
  const zh = language === 'zh';
  switch (comparison.kind) {
    case 'unknown':
      return '—';
    case 'same':
      return zh ? '持平' : 'same';
    case 'baseZero':
      if (column === 'change') return zh ? '上期为0' : 'none before';
      return zh ? '上年同期为0' : 'none a year ago';
    case 'up':
    case 'down':
      return showMove(comparison, language);
  }
}

const moves = {
  zh: { up: '上升', down: '下降', percent: '%', points: '个百分点', tiny: '不足0.01', gap: '' },
  en: { up: 'up', down: 'down', percent: '%', points: ' points', tiny: 'under 0.01', gap: ' ' },
} as const;

function showMove({ kind, by, in: unit }: Extract<Comparison, { by: string }>, language: Language): string {
  const words = moves[language];
  return `${words[kind]}${words.gap}${by === '0.00' ? words.tiny : by}${words[unit]}`;
}
