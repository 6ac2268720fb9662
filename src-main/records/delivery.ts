// Where all changes of this desk are. A change counts as received only by a receipt; until there is a centre, none has one.

import type { DeliveryView } from '../../src-shared/contract/views.ts';
import type { Reading } from '../database/database.ts';
import { changeCount } from '../stores/change-store.ts';
import { countUndelivered } from '../stores/outbox-store.ts';

/** The counts always add up to `total`. */
export function deliveryOf(total: number, undelivered: number): DeliveryView {
  return { total, onThisPc: undelivered, onStick: 0, received: total - undelivered, confirmed: 0, refused: 0 };
}

export function deliveryCounters(reading: Reading): DeliveryView & { readonly centre: 'none' } {
  return { ...deliveryOf(changeCount(reading), countUndelivered(reading)), centre: 'none' };
}
