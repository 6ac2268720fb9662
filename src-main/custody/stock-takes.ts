// Shelf stock-takes (盘点). Each label is saved as it is scanned, so that a power cut loses none, and two people who count the
// same shelf at two desks meet in one record; the end writes down what came of it.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { PlacesView, StockTakeView } from '../../src-shared/contract/custody-views.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { isTypedNumber, labelCode, readLabel } from '../../src-shared/records/custody/label-code.ts';
import { piecesOf } from '../../src-shared/records/custody/pieces.ts';
import type { StockLine } from '../../src-shared/records/custody/take-stock.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { editRecord } from '../../src-shared/records/edit-record.ts';
import { isEntryId } from '../../src-shared/records/entry-id.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { screenStyle } from '../../src-shared/records/show.ts';
import type { Reading, Writing } from '../database/database.ts';
import { mayRead, mayWrite } from '../records/access.ts';
import { newRecordSave } from '../records/add-record.ts';
import { commit, type Logged } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { newEntryId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import { readerStyle } from '../records/reader-style.ts';
import { contextOf, type StoredRecord } from '../records/stored-record.ts';
import { recordsOfSameNumber } from '../stores/record-store.ts';
import { heldRecords, recordOfLabel } from './held-records.ts';
import { loadSheet, sheetKind } from './sheet-kind.ts';
import { countNow, scansOf, toLineView, viewStockTake } from './stock-take-view.ts';

/** Pieces of one sheet: a change holds 4 MiB, and nobody counts more in one go. */
const mostLines = 2_000;

/** Every place that some held piece is recorded at. Problem `not_allowed`. */
export function listPlaces(desk: Desk, person: Person): Result<PlacesView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return desk.database.snapshot((reading) => {
    const style = readerStyle(reading, person);
    const { records, hidden } = heldRecords(desk, reading, person);
    const pieces = records.flatMap(({ row, context }) => piecesOf(row.id, context, style)).filter(({ held }) => held);
    const places = [...Map.groupBy(pieces, ({ place }) => place)].map(([place, there]) => ({
      place,
      pieces: there.length,
      records: new Set(there.map(({ record }) => record)).size,
    }));
    return ok({ places: places.sort((left, right) => left.place.localeCompare(right.place, 'zh')), hidden });
  });
}

export type NewStockTake = { readonly place: string | null; readonly witness: string | null };

/** Problems: `not_allowed`, `invalid_fields` when the witness is the same person. */
export function beginStockTake(
  desk: Desk,
  person: Person,
  { place, witness }: NewStockTake,
): Result<SavedView, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  if (witness === person.id) return err({ code: 'second_person_is_first' });
  const kind = sheetKind(desk, 'stockTake');
  return commit(desk, person.id, (writing) => {
    const save = newRecordSave(desk, writing, person, kind, {
      ...(place === null ? { everything: true } : { place }),
      ...(witness === null ? {} : { witness }),
      counted_by: person.id,
      started_at: epochMsToLocal(desk.tools.now()),
    });
    if (!save.ok) return save;
    return ok({ saves: [save.value], logged: { action: 'saved', detail: { kind: kind.key } } });
  });
}

/** Problems: `not_allowed`, `record_not_visible`. */
export function openStockTake(
  desk: Desk,
  person: Person,
  { id }: { readonly id: string },
): Result<StockTakeView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return desk.database.snapshot((reading) => {
    const record = loadSheet(desk, reading, id, person, 'stockTake');
    return record.ok ? ok(viewStockTake(desk, reading, person, record.value)) : record;
  });
}

/** Problems: those of `changeStockTake`, `label_ambiguous`. */
export function scanLabel(
  desk: Desk,
  person: Person,
  { id, text }: { readonly id: string; readonly text: string },
): Result<StockTakeView, Problem> {
  const saved = changeStockTake(desk, person, id, ({ writing, context }) => {
    const code = readCode(desk, writing, person, text);
    if (!code.ok) return code;
    if (scansOf(context).some((scan) => scan.code === code.value)) return ok(null);
    const scan = { code: code.value, at: epochMsToLocal(desk.tools.now()), by: person.id };
    return ok({ patch: { scans: [scan] }, logged: { action: 'label_scanned', detail: { code: code.value } } });
  });
  return saved.ok ? openStockTake(desk, person, { id }) : saved;
}

/** Problems: those of `changeStockTake`. */
export function dropScan(
  desk: Desk,
  person: Person,
  { id, scan }: { readonly id: string; readonly scan: string },
): Result<StockTakeView, Problem> {
  const saved = changeStockTake(desk, person, id, ({ context }) => {
    const known = scansOf(context).find((one) => one.id === scan);
    if (known === undefined) return ok(null);
    return ok({ patch: { scans: { [scan]: null } }, logged: { action: 'scan_dropped', detail: { code: known.code } } });
  });
  return saved.ok ? openStockTake(desk, person, { id }) : saved;
}

/** Problems: those of `changeStockTake`, `stock_take_too_large`. */
export function finishStockTake(
  desk: Desk,
  person: Person,
  { id, explanation }: { readonly id: string; readonly explanation: string },
): Result<SavedView, Problem> {
  return changeStockTake(desk, person, id, ({ writing, context }) => {
    // The sheet is an official paper: what stands on it is Chinese whoever counted.
    const { lines, hidden } = countNow(desk, writing, person, context, screenStyle);
    if (lines.length > mostLines) return err({ code: 'stock_take_too_large', facts: { limit: mostLines } });
    const differing = lines.filter(({ result }) => result !== 'found').length;
    return ok({
      patch: {
        lines: Object.fromEntries(lines.map((line) => [lineId(desk, line), toEntry(line)])),
        hidden,
        explanation: explanation === '' ? null : explanation,
        finished_at: epochMsToLocal(desk.tools.now()),
      },
      logged: { action: 'stock_take_finished', detail: { pieces: lines.length, differing } },
    });
  });
}

type Changing = { readonly writing: Writing; readonly record: StoredRecord; readonly context: RecordContext };
type Change = { readonly patch: Readonly<Record<string, unknown>>; readonly logged: Logged };

/** Upon what is stored now: scans only add up. Problems: `not_allowed`, `record_not_visible`, `stock_take_over`. */
function changeStockTake(
  desk: Desk,
  person: Person,
  id: string,
  plan: (changing: Changing) => Result<Change | null, Problem>,
): Result<SavedView, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  return commit(desk, person.id, (writing) => {
    const record = loadSheet(desk, writing, id, person, 'stockTake');
    if (!record.ok) return record;
    const { row, kind, merged } = record.value;
    if (row.stage !== 'open') return err({ code: 'stock_take_over' });
    const context = contextOf(desk, writing, kind, merged, person);
    const change = plan({ writing, record: record.value, context });
    if (!change.ok) return change;
    const [change0] = merged.heads;
    if (change.value === null)
      return ok({ unchanged: { id, number: row.number, change: change0 ?? '', heads: merged.heads } });
    const ops = editRecord(context, change.value.patch, () => newEntryId(desk.tools.crypto));
    if (!ops.ok) return ops;
    const save = { kind: kind.key, record: id, parents: toParents(merged.heads), ops: ops.value, onto: merged };
    return ok({ saves: [save], logged: change.value.logged });
  });
}

/** A label's code, also for a number that was typed; what names nothing stays as it was typed. */
function readCode(desk: Desk, reading: Reading, person: Person, text: string): Result<string, Problem> {
  const label = readLabel(text);
  if (label !== null)
    return ok(recordOfLabel(desk, reading, person, label.record) === undefined ? text.trim() : labelCode(label));
  const numbered = heldRecords(desk, reading, person).records.filter(({ row }) => isTypedNumber(text, row.number));
  const [only] = numbered;
  if (numbered.length > 1)
    return err({
      code: 'label_ambiguous',
      facts: { count: numbered.length, numbers: numbered.map(({ row }) => row.number).join('、') },
    });
  const id = only?.row.id ?? idOfNumber(desk, reading, text.trim());
  return ok(id === undefined ? text.trim() : labelCode({ record: id, piece: null }));
}

/** A whole number also names what has left the desk. */
function idOfNumber(desk: Desk, reading: Reading, number: string): string | undefined {
  const kinds = desk.kinds.offered.filter(({ custody }) => custody !== undefined);
  return kinds.flatMap(({ key: kind }) => recordsOfSameNumber(reading, { kind, number, key: -1 }, 1))[0]?.id;
}

/** The same piece is the same line wherever it is written, so that two desks that end at once do not double the sheet. */
function lineId(desk: Desk, { piece }: StockLine): string {
  const id = piece === null ? '' : `${piece.record}-${piece.piece}`;
  return isEntryId(id) ? id : newEntryId(desk.tools.crypto);
}

function toEntry(line: StockLine): Readonly<Record<string, string>> {
  const { result, code, number, name, place, seal, seenAt } = toLineView(line);
  const filled = Object.entries({ number, name, place, seal, seen_at: seenAt }).filter(([, value]) => value !== '');
  return { result, code, ...Object.fromEntries(filled) };
}
