// An indicator as data: what a figure of a report is called, what it counts and in which unit, and where it comes from.
// A rate is two other indicators, so that both numbers are always there to be shown and opened.

import type { Words } from '../records/words.ts';

/** `found_item.accepted`: a kind and one of its measures. */
export type MeasureName = `${string}.${string}`;

export type Source =
  /** What the measure adds up to in the period. */
  | { readonly measure: MeasureName }
  /** The middle of the measured numbers of the period. */
  | { readonly median: MeasureName }
  /** What had come and not gone by the end of the period's last day. */
  | { readonly stock: { readonly in: MeasureName; readonly out: MeasureName } }
  /** How many different records those of the measure name (households visited, not visits). */
  | { readonly distinct: MeasureName }
  /** Entered by hand for each period (手工填报). */
  | { readonly manual: true }
  /** One indicator over another: in percent, or so much for each. */
  | { readonly part: string; readonly whole: string; readonly as: 'percent' | 'each' };

export type Indicator = {
  readonly key: string;
  readonly label: Words;
  /** 件, 人次, 分钟; of a rate empty or 人/条. */
  readonly unit: Words;
  /** In fen, shown in 万元. */
  readonly money?: true;
  /** 口径: what exactly is counted, said on the report. */
  readonly meaning?: Words;
  readonly source: Source;
};

export type RateIndicator = Indicator & { readonly source: Extract<Source, { part: string }> };

export function isRate(indicator: Indicator): indicator is RateIndicator {
  return 'part' in indicator.source;
}

export function isManual({ source }: Indicator): boolean {
  return 'manual' in source;
}

/** The two halves of a measure's name. */
export function splitMeasure(name: MeasureName): { readonly kind: string; readonly measure: string } {
  const dot = name.indexOf('.');
  return { kind: name.slice(0, dot), measure: name.slice(dot + 1) };
}

/** The measure whose records are behind the figure; none for a rate or an entered one. */
export function measureBehind({ source }: Indicator): MeasureName | null {
  if ('measure' in source) return source.measure;
  if ('median' in source) return source.median;
  if ('distinct' in source) return source.distinct;
  return 'stock' in source ? source.stock.in : null;
}
