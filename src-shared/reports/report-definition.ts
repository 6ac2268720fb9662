// A report as data: which indicators stand on it in which order, what is counted apart by type or place, and which charts
// say more than the table.

import type { Words } from '../records/words.ts';
import type { MeasureName } from './indicator.ts';

/** One measure counted by the values of a field. A record with two values counts under both: 类型次数 beside 件数. */
export type Breakdown = {
  readonly key: string;
  readonly label: Words;
  readonly measure: MeasureName;
  /** A field that lists filter by. */
  readonly path: string;
};

export type ReportChart =
  /** The last periods of these indicators as lines. */
  | { readonly trend: readonly string[]; readonly label: Words }
  /** A rate over the last periods as bars of both numbers. */
  | { readonly rate: string; readonly label: Words }
  | { readonly breakdown: string };

export type ReportDefinition = {
  readonly key: string;
  readonly label: Words;
  readonly desks: readonly ('police' | 'community')[];
  readonly sections: readonly { readonly label: Words; readonly indicators: readonly string[] }[];
  readonly breakdowns: readonly Breakdown[];
  readonly charts: readonly ReportChart[];
};
