// Reports as the window and the command line are given them: whole rows with every number they were worked out from.

import type { Words } from '../records/words.ts';
import type { Amount } from '../reports/amount.ts';
import type { Columns, Figure, ReportRow } from '../reports/figure.ts';
import type { Indicator } from '../reports/indicator.ts';
import type { ReportDefinition } from '../reports/report-definition.ts';

export type PeriodView = {
  /** As `parsePeriod` reads it. */
  readonly text: string;
  readonly label: Words;
  /** Local dates, inclusive. */
  readonly first: string;
  readonly last: string;
};

/** A row with the two indicators of its rate, both of which can be opened. */
export type RowOfReport = ReportRow & {
  readonly part: Indicator | null;
  readonly whole: Indicator | null;
  /** Kind of the records behind it; null for rates and entered figures. */
  readonly kind: string | null;
};

export type LabelView = {
  /** Null: records without a value. */
  readonly value: string | null;
  readonly label: Words;
  readonly records: number;
};

export type BreakdownView = {
  readonly key: string;
  readonly label: Words;
  readonly kind: string;
  readonly labels: readonly LabelView[];
  /** 件数. */
  readonly records: number;
  /** 类型次数: more than 件数 where a record has several types. */
  readonly labelCount: number;
};

export type SeriesView = { readonly indicator: Indicator; readonly figures: readonly Figure[] };
export type ChartView =
  | {
      readonly kind: 'trend';
      readonly label: Words;
      readonly periods: readonly PeriodView[];
      readonly series: readonly SeriesView[];
    }
  | {
      readonly kind: 'rate';
      readonly label: Words;
      readonly periods: readonly PeriodView[];
      readonly series: readonly SeriesView[];
    }
  | { readonly kind: 'breakdown'; readonly breakdown: string };

export type ReportView = {
  readonly report: { readonly key: string; readonly label: Words };
  readonly unitName: string;
  readonly columns: Columns<PeriodView>;
  readonly periodKind: string;
  /** Local date of the day it was made; what lies after it is not counted. */
  readonly madeOn: string;
  /** The period's last day is still to come. */
  readonly isRunning: boolean;
  readonly sections: readonly { readonly label: Words; readonly rows: readonly RowOfReport[] }[];
  readonly breakdowns: readonly BreakdownView[];
  readonly charts: readonly ChartView[];
};

export type ReportsView = {
  readonly reports: readonly ReportDefinition[];
  readonly indicators: readonly Indicator[];
};

/** Where a figure of the list page comes from. */
export type FigureSourceView = {
  readonly label: Words;
  readonly period: Words;
  readonly kind: string;
  readonly records: number;
  /** Records among them that this person may not see, or that are no longer here. */
  readonly hidden: number;
};

export type EnteredView = {
  readonly indicator: string;
  readonly period: string;
  readonly amount: Amount;
  readonly note: string;
  readonly byName: string;
  /** ms since 1970. */
  readonly at: number;
  /** Two desks entered different values; entering it again settles it. */
  readonly conflict: boolean;
};

export type PublicationLine = {
  readonly id: string;
  readonly report: Words;
  readonly reportKey: string;
  readonly period: PeriodView;
  readonly byName: string;
  readonly at: number;
};

/** Why a published figure is another one today. */
export type FigureDifference = {
  readonly indicator: Indicator;
  readonly then: Figure;
  readonly now: Figure;
  /** Records that came after the publication. */
  readonly late: number;
  /** Records that were there and count differently now. */
  readonly corrected: number;
  readonly voided: number;
};

export type PublicationView = PublicationLine & {
  readonly view: ReportView;
  readonly differences: readonly FigureDifference[];
};
