// Figures entered by hand (手工填报). A figure of a unit, indicator and period is one record wherever it is entered, so that
// two desks that enter it apart meet in one history and the difference is seen.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { EnteredView } from '../../src-shared/contract/report-views.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { valuesToContent } from '../../src-shared/records/content-values.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { editRecord, newRecordOps } from '../../src-shared/records/edit-record.ts';
import { noValues } from '../../src-shared/records/record-values.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { type Amount, addAmounts } from '../../src-shared/reports/amount.ts';
import { type Indicator, isManual } from '../../src-shared/reports/indicator.ts';
import { partsOfPeriod } from '../../src-shared/reports/neighbour-periods.ts';
import { parseEntered } from '../../src-shared/reports/parse-entered.ts';
import { type Period, parsePeriod, periodText } from '../../src-shared/reports/period.ts';
import type { Reading, Writing } from '../database/database.ts';
import { mayRead, mayWrite } from '../records/access.ts';
import { commit } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { enteredFigureKey, enteredFigureKind } from '../records/entered-figure-kind.ts';
import { newEntryId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import type { Save } from '../records/save.ts';
import { surroundingsOf } from '../records/surroundings.ts';
import { textToValues } from '../records/values-text.ts';
import { changesOf } from '../stores/change-store.ts';
import { type RecordRow, recordById, recordsOfKind } from '../stores/record-store.ts';
import { enteredFigureId } from './entered-figure-id.ts';

export type Entry = {
  readonly indicator: string;
  readonly period: string;
  readonly value: string;
  readonly note: string;
};

const mostEntered = 100_000;

/**
 * As it was entered for this very period, else as its quarters or months add up when every one of them was entered; null
 * while they were not.
 */
export function enteredAmount(
  { reading, unitCode }: { readonly reading: Reading; readonly unitCode: string },
  indicator: Indicator,
  period: Period,
): Amount | null {
  const exactly = (one: Period) => {
    const row = recordById(reading, enteredFigureId(unitCode, indicator.key, periodText(one)));
    return row?.kind === enteredFigureKey ? amountOf(row) : null;
  };
  const entered = exactly(period);
  if (entered !== null) return entered;
  const sums = partsOfPeriod(period).map((parts) => addAmounts(parts.map(exactly)));
  return sums.find((sum) => sum !== null) ?? null;
}

/** Problems: `not_allowed`, `indicator_unknown`, `indicator_not_manual`, `period_…`, `indicator_value_unreadable`. */
export function enterFigure(desk: Desk, person: Person, entry: Entry): Result<EnteredView, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const indicator = manualIndicator(entry.indicator);
  if (!indicator.ok) return indicator;
  const period = parsePeriod(entry.period);
  if (!period.ok) return period;
  const value = parseEntered(indicator.value, entry.value);
  if (!value.ok) return value;
  const { unit } = desk.settings.current;
  const id = enteredFigureId(unit.code, entry.indicator, periodText(period.value));
  const content = {
    indicator: entry.indicator,
    period: periodText(period.value),
    ...value.value,
    note: entry.note === '' ? null : entry.note,
    entered_on: datePart(epochMsToLocal(desk.tools.now())),
  };
  const saved = commit(desk, person.id, (writing) => {
    const save = saveOf(desk, writing, id, content);
    if (!save.ok) return save;
    if ('unchanged' in save.value) return ok(save.value);
    const detail = { indicator: entry.indicator, period: content.period };
    return ok({ saves: [save.value], logged: { action: 'figure_entered', detail } });
  });
  if (!saved.ok) return saved;
  const row = recordById(desk.database.reading, id);
  return row === undefined ? err({ code: 'record_not_visible' }) : ok(toView(desk, row));
}

/** Everything entered, the latest first. Problem `not_allowed`. */
export function listEntered(desk: Desk, person: Person): Result<readonly EnteredView[], Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const views = recordsOfKind(desk.database.reading, enteredFigureKey, 0, mostEntered)
    .map((row) => toView(desk, row))
    .sort((left, right) => right.at - left.at);
  return ok(views);
}

function manualIndicator(key: string): Result<Indicator, Problem> {
  const indicator = indicatorsByKey.get(key);
  if (!indicator) return err({ code: 'indicator_unknown', facts: { indicator: key.slice(0, 80) } });
  const { label } = indicator;
  return isManual(indicator)
    ? ok(indicator)
    : err({ code: 'indicator_not_manual', facts: { label: label.zh, label_en: label.en } });
}

/** A new value follows all that were entered before, so that it settles a difference between desks. */
function saveOf(
  desk: Desk,
  writing: Writing,
  id: string,
  content: Readonly<Record<string, unknown>>,
): Result<Save | { readonly unchanged: SavedView }, Problem> {
  const around = surroundingsOf(desk, writing, { now: desk.tools.now() });
  const newEntry = () => newEntryId(desk.tools.crypto);
  const row = recordById(writing, id);
  if (row === undefined) {
    const ops = newRecordOps(createRecordContext(enteredFigureKind, noValues, around), content, '', newEntry);
    return ops.ok ? ok({ kind: enteredFigureKey, record: id, parents: toParents([]), ops: ops.value }) : ops;
  }
  const merged = mergeRecord(changesOf(writing, row.key, desk.tools.crypto));
  const ops = editRecord(createRecordContext(enteredFigureKind, merged.values, around), content, newEntry);
  if (!ops.ok) return ops;
  if (ops.value.length === 0 && merged.heads.length === 1)
    return ok({ unchanged: { id, number: '', change: merged.updated.change, heads: merged.heads } });
  return ok({ kind: enteredFigureKey, record: id, parents: toParents(merged.heads), ops: ops.value });
}

function contentOf(row: RecordRow) {
  return valuesToContent(enteredFigureKind, textToValues(row.content)).content;
}

function amountOf(row: RecordRow): Amount | null {
  const { value, approximate } = contentOf(row);
  return typeof value === 'number' ? { value, parts: 1, approximate: approximate === true } : null;
}

function toView(desk: Desk, row: RecordRow): EnteredView {
  const content = contentOf(row);
  const text = (name: string) => (typeof content[name] === 'string' ? content[name] : '');
  return {
    indicator: text('indicator'),
    period: text('period'),
    amount: amountOf(row) ?? { value: 0, parts: 0, approximate: false },
    note: text('note'),
    byName: desk.people.current.byId.get(row.updatedBy)?.name ?? row.updatedBy,
    at: row.updatedAt,
    conflict: row.conflict === 1,
  };
}
