// The delivery ledger as a person reads it: by day, by desk, and what was refused or set aside with its reason.

import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { LedgerView, TrayView } from '../../src-shared/contract/delivery-views.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { countDeliveries } from '../../src-shared/sync/delivery/delivery-counters.ts';
import type { Reading } from '../database/database.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { noteDelivery } from '../stores/delivery-store.ts';
import { countByDay, countByDesk } from '../stores/ledger-store.ts';
import { putAside, type TrayRow, trayOf } from '../stores/outbox-store.ts';
import { receiptsSoFar } from '../stores/receipt-store.ts';
import { recordById } from '../stores/record-store.ts';
import { readScopes } from '../stores/sync-scope-store.ts';
import { maySee } from './access.ts';
import { withTotal } from './delivery.ts';
import type { Desk } from './desk.ts';
import { deviceName } from './device-names.ts';
import type { Person } from './people.ts';

const days = 31;
const dayLength = 86_400_000;
const mostInTray = 500;

export function deliveryLedger(desk: Desk, person: Person): LedgerView {
  const { device, tools } = desk;
  return desk.database.snapshot((reading) => ({
    days: dayViews(reading, device.signer.device, tools.now() - days * dayLength),
    desks: countByDesk(reading).map((row) => ({
      ...row,
      name: deviceName(desk, row.device),
      isOwn: row.device === device.signer.device,
    })),
    scopes: readScopes(reading).map(({ scope, name, granted, cursor, doubt }) => ({
      scope,
      name,
      granted,
      readTo: cursor?.seq ?? 0,
      doubt,
    })),
    receipts: receiptsSoFar(reading),
    tray: trayOf(reading, mostInTray).map((row) => trayView(desk, reading, row, person)),
  }));
}

function dayViews(reading: Reading, device: string, since: number): LedgerView['days'] {
  const rows = Map.groupBy(countByDay(reading, device, since), ({ day }) => day);
  return [...rows].map(([day, counts]) => {
    const counters = {
      ...countDeliveries([]),
      ...Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    };
    return { day, ...withTotal(counters) };
  });
}

/** The name of a record that is not for this person's eyes is not told; that something waits is. */
function trayView(desk: Desk, reading: Reading, row: TrayRow, person: Person): TrayView {
  const { id, record, kind, at, author, code } = row;
  const stored = recordById(reading, record);
  const isShown = stored !== undefined && maySee(person, stored);
  const by = desk.people.current.byId.get(author)?.name ?? author;
  return {
    change: id,
    record: isShown ? record : '',
    kind,
    number: row.number,
    title: isShown ? row.title : '',
    at,
    by,
    reason: problemNamed(code),
  };
}

/** A person wants it tried once more: it is asked about and sent with the next round (S21). Gives how many. */
export function retryDelivery(
  desk: Desk,
  person: Person,
  { changes }: { readonly changes: readonly string[] },
): Result<{ readonly retried: number }, Problem> {
  const wanted = new Set(changes);
  const done = desk.database.write((writing) => {
    const rows = trayOf(writing, mostInTray).filter(({ id }: { id: ChangeId }) => wanted.has(id));
    for (const row of rows) {
      if (row.own === 1) noteDelivery(writing, row.seq, { event: 'retried' });
      putAside(writing, row.seq, null);
    }
    const detail = { changes: rows.length };
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'delivery_retried', record: '', detail });
    return ok({ retried: rows.length });
  });
  if (done.ok) desk.notify({ type: 'delivery' });
  return done;
}
