// Orders to erase on their way: carried out here, and not yet by the centre. What the centre refuses stays carried out here and
// waits for a person; nothing of it is forgotten.

import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ErasureOrdersView } from '../../src-shared/contract/privacy-views.ts';
import { maySee } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { ordersOnTheirWay, sendRefusedAgain } from '../stores/erasure-store.ts';
import { recordById } from '../stores/record-store.ts';

/** Refused ones first, then the oldest; by record, since one erasure of a record is an order for each of its changes. */
export function erasureOrders(desk: Desk, person: Person): ErasureOrdersView {
  const { signer, chain } = desk.device;
  const facts = { device: signer.device.slice(0, 8), scope: chain.current.scope };
  return desk.database.snapshot((reading) =>
    ordersOnTheirWay(reading).map(({ record, state, code, orders, since }) => {
      const row = record === null ? undefined : recordById(reading, record);
      const shown = row !== undefined && maySee(person, row) ? { number: row.number, title: row.title } : null;
      return { record, shown, state, orders, since, reason: code === null ? null : problemNamed(code, facts) };
    }),
  );
}

/** Offers every refused order to the centre once more. */
export function retryErasureOrders(desk: Desk, person: Person): Result<{ readonly retried: number }, Problem> {
  const done = desk.database.write((writing) => {
    const retried = sendRefusedAgain(writing);
    const detail = { orders: retried };
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'orders_retried', record: '', detail });
    return ok({ retried });
  });
  if (done.ok) desk.notify({ type: 'delivery' });
  return done;
}
