// A stock-take as it stands: worked out from the records while people count, as it was written down once they have done.

import type { StockLineView, StockTakeView } from '../../src-shared/contract/custody-views.ts';
import type { Content } from '../../src-shared/records/content.ts';
import { readLabel } from '../../src-shared/records/custody/label-code.ts';
import { type Piece, piecesOf } from '../../src-shared/records/custody/pieces.ts';
import {
  isSamePlace,
  type StockLine,
  type StockResult,
  takeStock,
} from '../../src-shared/records/custody/take-stock.ts';
import { entriesOf } from '../../src-shared/records/place.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { readerStyle } from '../records/reader-style.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { contextOf } from '../records/stored-record.ts';
import { type Held, heldRecords, recordOfLabel } from './held-records.ts';

/** Null: everything the desk keeps. */
export function placeOfStockTake({ content }: RecordContext): string | null {
  return content.everything === true ? null : textOf(content, 'place');
}

/** What should lie there beside what was scanned, now. */
export function countNow(
  desk: Desk,
  reading: Reading,
  person: Person,
  context: RecordContext,
  style: ShowStyle = readerStyle(reading, person),
): { readonly lines: readonly StockLine[]; readonly hidden: number } {
  const place = placeOfStockTake(context);
  const scans = scansOf(context);
  const held = heldRecords(desk, reading, person);
  const named = [...new Set(scans.map(({ code }) => readLabel(code)?.record ?? ''))];
  const pieces = [...here(held, place, style), ...named.flatMap((id) => ofLabel(desk, reading, person, id, style))];
  const once = new Map(pieces.map((piece): [string, Piece] => [`${piece.record} ${piece.piece}`, piece]));
  return { lines: takeStock(place, [...once.values()], scans), hidden: held.hidden };
}

function here({ records }: Held, place: string | null, style: ShowStyle): readonly Piece[] {
  return records
    .flatMap(({ row, context }) => piecesOf(row.id, context, style))
    .filter((piece) => piece.held && (place === null || isSamePlace(piece.place, place)));
}

function ofLabel(desk: Desk, reading: Reading, person: Person, id: string, style: ShowStyle): readonly Piece[] {
  const record = id === '' ? undefined : recordOfLabel(desk, reading, person, id);
  return record === undefined ? [] : piecesOf(id, record.context, style);
}

export function viewStockTake(desk: Desk, reading: Reading, person: Person, record: StoredRecord): StockTakeView {
  const context = contextOf(desk, reading, record.kind, record.merged, person);
  const { content, system } = context;
  const finished = record.row.stage !== 'open';
  const counted = finished
    ? { lines: writtenLines(context), hidden: numberOf(content, 'hidden') }
    : countedLines(countNow(desk, reading, person, context));
  const nameOf = (account: string) => desk.people.current.byId.get(account)?.name ?? account;
  return {
    id: record.row.id,
    number: system.number,
    finished,
    place: placeOfStockTake(context),
    countedBy: nameOf(textOf(content, 'counted_by')),
    witness: nameOf(textOf(content, 'witness')),
    startedAt: textOf(content, 'started_at'),
    ...counted,
    counts: countsOf(counted.lines),
    scans: scansOf(context)
      .map((scan) => ({ ...scan, by: nameOf(scan.by) }))
      .reverse(),
  };
}

function countedLines({ lines, hidden }: ReturnType<typeof countNow>) {
  return { lines: lines.map(toLineView), hidden };
}

export function toLineView({ result, piece, code, seenAt }: StockLine): StockLineView {
  const { record = '', number = '', name = '', place = '', seal = '' } = piece ?? {};
  return { result, code, record, number, name, place, seal, seenAt };
}

const results: readonly StockResult[] = ['found', 'missing', 'misplaced', 'unexpected', 'unknown'];

function writtenLines({ content }: RecordContext): readonly StockLineView[] {
  return entriesOf(content.lines).map((entry) => ({
    result: results.find((result) => result === entry.result) ?? 'unknown',
    code: textOf(entry, 'code'),
    record: readLabel(textOf(entry, 'code'))?.record ?? '',
    number: textOf(entry, 'number'),
    name: textOf(entry, 'name'),
    place: textOf(entry, 'place'),
    seal: textOf(entry, 'seal'),
    seenAt: textOf(entry, 'seen_at'),
  }));
}

function countsOf(lines: readonly StockLineView[]): StockTakeView['counts'] {
  const count = (result: StockResult) => lines.filter((line) => line.result === result).length;
  const [found, missing] = [count('found'), count('missing')];
  return {
    expected: found + missing,
    found,
    missing,
    misplaced: count('misplaced'),
    unexpected: count('unexpected'),
    unknown: count('unknown'),
  };
}

export type StoredScan = { readonly id: string; readonly code: string; readonly at: string; readonly by: string };

/** In the order in which they were made at each desk. */
export function scansOf({ content }: RecordContext): readonly StoredScan[] {
  return entriesOf(content.scans).map((entry) => ({
    id: entry.id,
    code: textOf(entry, 'code'),
    at: textOf(entry, 'at'),
    by: textOf(entry, 'by'),
  }));
}

function textOf(content: Content, name: string): string {
  const value = content[name];
  return typeof value === 'string' ? value : '';
}

function numberOf(content: Content, name: string): number {
  const value = content[name];
  return typeof value === 'number' ? value : 0;
}
