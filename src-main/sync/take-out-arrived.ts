// The centre has these changes: they leave the outbox, and free what was set aside with them (S17, S21).

import type { ChangeId } from '../../src-shared/history/ids.ts';
import type { DeliveryEvent } from '../../src-shared/sync/delivery/delivery.ts';
import { freedBy } from '../../src-shared/sync/desk/freed-by.ts';
import type { Writing } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { changeRef } from '../stores/change-store.ts';
import { noteDelivery } from '../stores/delivery-store.ts';
import { leaveOutbox, putAside, trayOf } from '../stores/outbox-store.ts';

/** More of them than any tray ever held; the rest is freed with what arrives next. */
const mostAside = 10_000;

export function takeOutArrived(
  desk: Desk,
  writing: Writing,
  arrived: readonly { readonly id: ChangeId; readonly event: DeliveryEvent }[],
): void {
  freeTray(writing, new Set(arrived.map(({ id }) => id)));
  for (const { id, event } of arrived) {
    const ref = changeRef(writing, id);
    if (ref === null) continue;
    if (ref.device === desk.device.signer.device) noteDelivery(writing, ref.seq, event);
    leaveOutbox(writing, ref.seq);
  }
}

function freeTray(writing: Writing, arrived: ReadonlySet<ChangeId>): void {
  const tray = trayOf(writing, mostAside);
  if (tray.length === 0) return;
  const freed = new Set(freedBy(arrived, tray));
  for (const row of tray.filter(({ id }) => freed.has(id))) {
    if (row.own === 1) noteDelivery(writing, row.seq, { event: 'retried' });
    putAside(writing, row.seq, null);
  }
}
