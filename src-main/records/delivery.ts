// Where the changes of this desk are. A change counts as received only by a receipt and as confirmed only by the log that
// this desk has worked out itself; the counts always add up to the total.

import type { DeliveryView } from '../../src-shared/contract/delivery-views.ts';
import type { DeliveryState } from '../../src-shared/sync/delivery/delivery.ts';
import type { DeliveryCounters } from '../../src-shared/sync/delivery/delivery-counters.ts';
import { countDeliveries, totalOf } from '../../src-shared/sync/delivery/delivery-counters.ts';
import type { Reading } from '../database/database.ts';
import { countOfDevice } from '../stores/change-store.ts';
import { countDeliveryRows, deliveryStatesOf } from '../stores/delivery-store.ts';
import { countOwnUndelivered } from '../stores/outbox-store.ts';
import type { Desk } from './desk.ts';

export function withTotal(counters: DeliveryCounters): DeliveryView {
  return { ...counters, total: totalOf(counters) };
}

/** All changes written on this desk. */
export function deliveryCounters({ device }: Pick<Desk, 'device'>, reading: Reading): DeliveryView {
  const total = countOfDevice(reading, device.signer.device);
  const rows = countDeliveryRows(reading);
  const here = countOwnUndelivered(reading) - rows.waiting;
  const moving = [...rows.byState.values()].reduce((sum, count) => sum + count, 0);
  const counters = { ...countDeliveries([]), ...Object.fromEntries(rows.byState), here };
  return withTotal({ ...counters, confirmed: total - here - moving });
}

/** Each change of the record, others' included: what stands in the log is confirmed, whoever wrote it. */
export function deliveryOfRecord({ device }: Desk, reading: Reading, key: number): ReadonlyMap<string, DeliveryState> {
  return deliveryStatesOf(reading, key, device.signer.device);
}

export function countersOfRecord(desk: Desk, reading: Reading, key: number): DeliveryView {
  return withTotal(countDeliveries(deliveryOfRecord(desk, reading, key).values()));
}
