// What a report must say of the lines of a ledger, counted from the lines themselves and worded by rules of its own.

import type { GoodLine } from './station-ledger.ts';

/** How many lines were handed in between two days, both inclusive. */
export function handedInBetween(lines: readonly GoodLine[], first: string, last: string): readonly GoodLine[] {
  return lines.filter(({ handedIn }) => handedIn >= first && handedIn <= last);
}

/** 同比 and 环比 as reports word them, from whole numbers alone. */
export function worded(now: number, base: number, zero: string): string {
  if (now === base) return '持平';
  if (base === 0) return zero;
  // Hundredths of a percent, half up: floor((2 × difference × 10000 + base) ÷ (2 × base)).
  const hundredths = Math.floor((2 * Math.abs(now - base) * 10_000 + base) / (2 * base));
  const [whole, rest] = [Math.floor(hundredths / 100), String(hundredths % 100).padStart(2, '0')];
  return `${now > base ? '上升' : '下降'}${whole}.${rest}%`;
}

/** A row of the table: 本月, 上月, 环比, 本年累计, 上年同期, 同比. */
export function rowOf(count: (first: string, last: string) => number, month: '2025-03'): readonly string[] {
  const [now, before, year, lastYear] = [
    count(`${month}-01`, `${month}-31`),
    count('2025-02-01', '2025-02-28'),
    count('2025-01-01', `${month}-31`),
    count('2024-03-01', '2024-03-31'),
  ];
  const change = worded(now, before, '上期为0');
  return [String(now), String(before), change, String(year), String(lastYear), worded(now, lastYear, '上年同期为0')];
}

/** How many lines name each, the most first; a line that names one twice counts once. */
export function byName(lines: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of lines.flatMap((names) => [...new Set(names)])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
