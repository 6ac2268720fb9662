// The address of a figure: enough to find the very records behind it again, in one short text that a list's address holds.

import { type Period, parsePeriod, periodText } from './period.ts';

export type FigureRef =
  | { readonly of: 'indicator'; readonly indicator: string; readonly period: Period }
  /** One value of a breakdown; null for the records without a value. */
  | { readonly of: 'label'; readonly breakdown: string; readonly period: Period; readonly label: string | null }
  /** An indicator of a published report, with the records it had then. */
  | { readonly of: 'published'; readonly publication: string; readonly indicator: string };

const noLabel = '-';

export function figureRefText(ref: FigureRef): string {
  switch (ref.of) {
    case 'indicator':
      return ['i', ref.indicator, periodText(ref.period)].join('~');
    case 'label':
      return ['l', ref.breakdown, periodText(ref.period), ref.label ?? noLabel].join('~');
    case 'published':
      return ['p', ref.publication, ref.indicator].join('~');
  }
}

/** Null for a text that is no address. */
export function parseFigureRef(text: string): FigureRef | null {
  const [of, name = '', third = '', label] = text.split('~');
  if (name === '' || third === '') return null;
  if (of === 'p') return { of: 'published', publication: name, indicator: third };
  const period = parsePeriod(third);
  if (!period.ok) return null;
  if (of === 'i') return { of: 'indicator', indicator: name, period: period.value };
  if (of !== 'l' || label === undefined) return null;
  return { of: 'label', breakdown: name, period: period.value, label: label === noLabel ? null : label };
}
