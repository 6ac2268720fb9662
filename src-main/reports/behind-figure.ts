// The records behind a figure, found by the same walk that gave the figure; and for a published one the records it had
// then. Restricted records are counted for everybody, since a unit has one set of figures; they are listed only for those
// who may see them.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { FigureSourceView } from '../../src-shared/contract/report-views.ts';
import { declaredFieldAt } from '../../src-shared/records/field-at.ts';
import { type Words, words } from '../../src-shared/records/words.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { allReports } from '../../src-shared/reports/all-reports.ts';
import { type FigureRef, parseFigureRef } from '../../src-shared/reports/figure-ref.ts';
import { type Indicator, measureBehind, splitMeasure } from '../../src-shared/reports/indicator.ts';
import type { Period } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';
import type { Reading } from '../database/database.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import { countRows } from '../records/list-records.ts';
import type { Person } from '../records/people.ts';
import {
  type BehindRow,
  keysOfRecords,
  recordsBehind,
  recordsBehindLabel,
  recordsInStock,
} from '../stores/report-store.ts';
import { labelWords } from './breakdowns.ts';
import { countedIn, stockUpTo } from './figures.ts';
import { todayOf } from './make-report.ts';
import { readPublication } from './publication-content.ts';

export type Behind = {
  readonly kind: string;
  readonly keys: readonly number[];
  /** Records it had when it was published, some of which may not be here. */
  readonly records: number;
  readonly label: Words;
  readonly period: Words;
};

/** Problems: `figure_unknown`, `figure_has_no_records`, `publication_unknown`. */
export function recordsBehindFigure(desk: Desk, reading: Reading, text: string): Result<Behind, Problem> {
  const ref = parseFigureRef(text);
  if (ref === null) return err({ code: 'figure_unknown' });
  if (ref.of === 'label') return behindLabel(desk, reading, ref);
  const indicator = indicatorsByKey.get(ref.indicator);
  if (!indicator) return err({ code: 'figure_unknown' });
  const measure = measureBehind(indicator);
  const { label } = indicator;
  if (measure === null) return err({ code: 'figure_has_no_records', facts: { label: label.zh, label_en: label.en } });
  const { kind } = splitMeasure(measure);
  if (ref.of === 'published') return behindPublished(reading, ref, { kind, label });
  const keys = behindIndicator(desk, reading, indicator, ref.period).map(({ key }) => key);
  return ok({ kind, keys, records: keys.length, label, period: periodWords(ref.period) });
}

/** What the window says of the figure whose records it lists. Problems: `not_allowed` and those above. */
export function figureSource(desk: Desk, person: Person, text: string): Result<FigureSourceView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const behind = recordsBehindFigure(desk, desk.database.reading, text);
  if (!behind.ok) return behind;
  const { kind, records, label, period } = behind.value;
  const request = { kind, where: [], sort: { by: 'occurredAt' as const, direction: 'desc' as const } };
  const seen = countRows(desk, person, request, behind.value.keys);
  return seen.ok ? ok({ kind, records, label, period, hidden: records - seen.value.count }) : seen;
}

/** The records behind an indicator of a period, each with its part of it. */
export function behindIndicator(
  desk: Desk,
  reading: Reading,
  { source }: Indicator,
  period: Period,
): readonly BehindRow[] {
  const today = todayOf(desk);
  if ('stock' in source) return recordsInStock(reading, stockUpTo(source.stock, period, today));
  if ('measure' in source) return recordsBehind(reading, countedIn(source.measure, period, today));
  if ('median' in source) return recordsBehind(reading, countedIn(source.median, period, today));
  return 'distinct' in source ? recordsBehind(reading, countedIn(source.distinct, period, today)) : [];
}

function behindLabel(desk: Desk, reading: Reading, ref: Extract<FigureRef, { of: 'label' }>): Result<Behind, Problem> {
  const breakdown = allReports.flatMap(({ breakdowns }) => breakdowns).find(({ key }) => key === ref.breakdown);
  if (!breakdown) return err({ code: 'figure_unknown' });
  const { measure, path, label } = breakdown;
  const { kind } = splitMeasure(measure);
  const counted = countedIn(measure, ref.period, todayOf(desk));
  const keys = recordsBehindLabel(reading, counted, path, ref.label);
  const declared = desk.kinds.get(kind);
  const field = declared.ok ? declaredFieldAt(declared.value.fields, path) : null;
  const value = ref.label === null ? words('未填写', 'not filled in') : labelWords(desk, field, ref.label);
  const name = words(`${label.zh}：${value.zh}`, `${label.en}: ${value.en}`);
  return ok({ kind, keys, records: keys.length, label: name, period: periodWords(ref.period) });
}

function behindPublished(
  reading: Reading,
  { publication: id, indicator }: Extract<FigureRef, { of: 'published' }>,
  { kind, label }: { readonly kind: string; readonly label: Words },
): Result<Behind, Problem> {
  const publication = readPublication(reading, id);
  if (!publication.ok) return publication;
  const ids = [...(publication.value.behind.get(indicator)?.keys() ?? [])];
  const { zh, en } = publication.value.view.columns.now.label;
  const { label: period } = publication.value.period;
  return ok({
    kind,
    keys: keysOfRecords(reading, ids),
    records: ids.length,
    label,
    period: words(`${period.zh}（${zh}，已发布）`, `${period.en} (${en}, as published)`),
  });
}
