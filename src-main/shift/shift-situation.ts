// What the desk stands at, as a hand-over sheet says it: unfinished, due, undelivered, kept. Restricted records are counted
// and never named, since whoever takes over may not be among their people.

import { valuesToContent } from '../../src-shared/records/content-values.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { ShiftLine, ShiftLines, ShiftSituation } from '../../src-shared/records/shift/shift-sheet.ts';
import type { Reading } from '../database/database.ts';
import { deliveryCounters } from '../records/delivery.ts';
import type { Desk } from '../records/desk.ts';
import { draftViews } from '../records/drafts.ts';
import { internalKeys } from '../records/internal-kinds.ts';
import type { Person } from '../records/people.ts';
import { readerStyle } from '../records/reader-style.ts';
import { toRowViews } from '../records/record-rows.ts';
import { textToValues } from '../records/values-text.ts';
import { countConflicts, openRecordsOf, recordsDue, recordsInCustody } from '../stores/board-store.ts';
import { latestBundles } from '../stores/bundle-store.ts';
import { countUnmeasured } from '../stores/measured-store.ts';
import type { RecordRow } from '../stores/record-store.ts';
import { amountKept, countDue, countOwnOpen, latestDone, unfinishedByKind } from '../stores/shift-store.ts';

/** How many lines each part names; the total stands beside them. */
export type SheetLines = { readonly due: number; readonly own: number; readonly custody: number };
/** What a sheet freezes: all that is kept, and more unfinished work than one shift can do. */
export const frozenLines: SheetLines = { due: 200, own: 200, custody: 2_000 };
/** The page shows totals alone. */
export const noLines: SheetLines = { due: 0, own: 0, custody: 0 };
/** Days ahead that the sheet looks. */
const daysAhead = 3;
const sticksShown = 20;
/** Measures of the kinds that take cash in: what came, and what was given back of it. */
const cashMeasures = ['cash', 'cash_returned'] as const;

/** @param since when the shift before was taken over, ms since 1970 */
export function shiftSituation(
  desk: Desk,
  reading: Reading,
  person: Person,
  since: number | null,
  most: SheetLines,
): ShiftSituation {
  const now = desk.tools.now();
  const until = epochMsToLocal(now + (daysAhead + 1) * 86_400_000).slice(0, 10);
  const lines = (rows: readonly RecordRow[], total: number) => toLines(desk, reading, person, rows, total);
  const held = recordsInCustody(reading, null, most.custody);
  return {
    at: now,
    since,
    open: unfinishedByKind(reading, internalKeys).flatMap(({ kind, ...counts }) => {
      const known = desk.kinds.get(kind);
      return known.ok ? [{ kind: known.value.label, ...counts }] : [];
    }),
    due: lines(recordsDue(reading, null, '', until, most.due), countDue(reading, until)),
    own: lines(openRecordsOf(reading, person.id, most.own), countOwnOpen(reading, person.id)),
    conflicts: countConflicts(reading, null),
    drafts: draftViews(reading, person).length,
    delivery: deliveryOf(desk, reading),
    sticks: sticksOut(desk, reading),
    custody: lines(held.rows, held.count),
    cashRecorded: countUnmeasured(reading) > 0 ? null : amountKept(reading, ...cashMeasures),
    cashCount: latestCount(desk, reading),
  };
}

function toLines(desk: Desk, reading: Reading, person: Person, rows: readonly RecordRow[], total: number): ShiftLines {
  const style = readerStyle(reading, person);
  const named = rows.filter(({ restricted }) => restricted === 0);
  return {
    total,
    rows: named.flatMap((row): ShiftLine[] => {
      const kind = desk.kinds.get(row.kind);
      const [view] = toRowViews(desk, reading, [row], style);
      if (!kind.ok || view === undefined) return [];
      const { id, number, title, due, dueState } = view;
      const handler = desk.people.current.byId.get(row.handler)?.name ?? '';
      return [{ id, number, kind: kind.value.label, title, due, overdue: dueState === 'overdue', handler }];
    }),
  };
}

function deliveryOf(desk: Desk, reading: Reading): ShiftSituation['delivery'] {
  const {
    here,
    on_stick: onStick,
    sent,
    received,
    doubted,
    refused,
    set_aside: setAside,
  } = deliveryCounters(desk, reading);
  return { here, onStick, sent, received, doubted, refused, setAside };
}

function sticksOut(desk: Desk, reading: Reading): ShiftSituation['sticks'] {
  return latestBundles(reading, sticksShown).flatMap(({ number, state, account, facts }) =>
    state === 'written' && facts !== null
      ? [
          {
            number,
            at: facts.writtenAt,
            changes: facts.changes,
            by: desk.people.current.byId.get(account)?.name ?? account,
          },
        ]
      : [],
  );
}

/** By the kind whose sheet is a cash count, whatever it is called. */
function latestCount(desk: Desk, reading: Reading): ShiftSituation['cashCount'] {
  const kind = desk.kinds.offered.find(({ sheet }) => sheet === 'cashCount');
  const row = kind === undefined ? null : latestDone(reading, kind.key);
  if (kind === undefined || row === null) return null;
  const { counted_fen: counted, difference_fen: difference } = valuesToContent(kind, textToValues(row.content)).content;
  if (typeof counted !== 'number' || typeof difference !== 'number') return null;
  return { number: row.number, at: row.occurredAt, counted, difference };
}
