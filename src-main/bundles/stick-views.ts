// Sticks as a person reads of them, and the sheet on which one is handed over.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { StickView } from '../../src-shared/contract/bundle-views.ts';
import { formatDateTime } from '../../src-shared/records/dates/format-date.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { printHandoverSheet } from '../../src-shared/records/print/print-handover-sheet.ts';
import type { Desk } from '../records/desk.ts';
import { bundleByNumber, latestBundles, type StoredBundle } from '../stores/bundle-store.ts';
import { readEnrolment } from '../sync/enrolment.ts';

const sticksShown = 50;

export function stickViews(desk: Desk): readonly StickView[] {
  return latestBundles(desk.database.reading, sticksShown).flatMap((stick) => stickView(desk, stick) ?? []);
}

/** Problem `bundle_unknown`. */
export function handoverSheet(desk: Desk, number: number): Result<{ readonly html: string }, Problem> {
  const stored = bundleByNumber(desk.database.reading, number);
  const stick = stored === null ? null : stickView(desk, stored);
  if (stick === null) return err({ code: 'bundle_unknown' });
  const { name: unit, phone } = desk.settings.current.unit;
  const kinds = stick.kinds.map(({ kind, records }) => {
    const known = desk.kinds.get(kind);
    return { label: known.ok ? known.value.label.zh : kind, records };
  });
  const deskName = readEnrolment(desk.database.reading)?.name ?? '';
  const at = formatDateTime(epochMsToLocal(stick.at), 'document', 'zh');
  return ok({ html: printHandoverSheet({ ...stick, kinds, unit, phone, deskName, at }).html });
}

function stickView(desk: Desk, { number, state, account, facts }: StoredBundle): StickView | null {
  if (facts === null || state === 'begun') return null;
  const { writtenAt, kinds, manifest, place, name, parts, bytes, changes, records, files, filesLeft } = facts;
  return {
    number,
    state,
    at: writtenAt,
    by: desk.people.current.byId.get(account)?.name ?? account,
    place,
    name,
    parts,
    bytes,
    changes,
    records,
    kinds: Object.entries(kinds).map(([kind, count]) => ({ kind, records: count })),
    files,
    filesLeft,
    hash: manifest,
  };
}
