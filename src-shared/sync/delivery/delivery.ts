// Where one change is on its way to the centre, worked out from what happened to it. "Received" needs a signed receipt,
// "confirmed" needs the change to stand in the scope's chain as this desk has worked it out itself.

import { assertNever } from '../../base/assert.ts';
import type { EpochId } from '../format/log-point.ts';

export type Delivery =
  /** On this PC and nowhere else. */
  | { readonly state: 'here' }
  /** On the stick with this number, whose answer has not come back. */
  | { readonly state: 'on_stick'; readonly stick: number }
  /** Gone out; no answer known. */
  | { readonly state: 'sent' }
  /** A receipt says the centre has it. `at` is the centre's time, ms since 1970. */
  | { readonly state: 'received'; readonly epoch: EpochId; readonly seq: number; readonly at: number }
  | { readonly state: 'confirmed'; readonly epoch: EpochId; readonly seq: number }
  /** It was received or confirmed, and the centre's log is another one since: asked again. */
  | { readonly state: 'doubted' }
  | { readonly state: 'refused'; readonly code: string }
  /** Not sent, with the reason: what it builds on was refused, or its bytes are damaged. */
  | { readonly state: 'set_aside'; readonly code: string };

export type DeliveryState = Delivery['state'];

export type DeliveryEvent =
  | { readonly event: 'carried'; readonly stick: number }
  | { readonly event: 'sent' }
  /** From a checked receipt, and only from one. */
  | { readonly event: 'received'; readonly epoch: EpochId; readonly seq: number; readonly at: number }
  /** The desk's own cursor has passed it. */
  | { readonly event: 'listed'; readonly epoch: EpochId; readonly seq: number }
  /** The desk's cursor has reached this number, and whatever stands up to there was listed. */
  | { readonly event: 'passed'; readonly epoch: EpochId; readonly seq: number }
  | { readonly event: 'refused'; readonly code: string }
  | { readonly event: 'set_aside'; readonly code: string }
  /** A person wants it tried once more. */
  | { readonly event: 'retried' }
  /** The centre's log was found to be another one at or before this change. */
  | { readonly event: 'doubted' }
  /** Asked again, the centre does not know it. */
  | { readonly event: 'unknown' };

export const onThisDesk: Delivery = { state: 'here' };

/** From which states each event moves a change; in all others it came late or twice, and nothing happens. */
const movesFrom: Readonly<Record<DeliveryEvent['event'], readonly DeliveryState[]>> = {
  listed: ['here', 'on_stick', 'sent', 'received', 'confirmed', 'doubted', 'refused', 'set_aside'],
  received: ['here', 'on_stick', 'sent', 'received', 'doubted', 'refused', 'set_aside'],
  passed: ['received'],
  refused: ['here', 'on_stick', 'sent', 'doubted', 'set_aside'],
  set_aside: ['here', 'on_stick', 'sent', 'doubted'],
  carried: ['here', 'sent'],
  sent: ['here', 'on_stick'],
  retried: ['refused', 'set_aside'],
  doubted: ['received', 'confirmed'],
  unknown: ['sent', 'doubted'],
};

/** Only a doubt takes back what a receipt has said. */
export function deliveryAfter(delivery: Delivery, event: DeliveryEvent): Delivery {
  if (!movesFrom[event.event].includes(delivery.state)) return delivery;
  switch (event.event) {
    case 'listed':
      return { state: 'confirmed', epoch: event.epoch, seq: event.seq };
    case 'received':
      return { state: 'received', epoch: event.epoch, seq: event.seq, at: event.at };
    case 'refused':
      return { state: 'refused', code: event.code };
    case 'set_aside':
      return { state: 'set_aside', code: event.code };
    case 'carried':
      return { state: 'on_stick', stick: event.stick };
    case 'sent':
      return { state: 'sent' };
    case 'doubted':
      return { state: 'doubted' };
    case 'passed':
      return isBroken(delivery, event) ? { state: 'doubted' } : delivery;
    case 'retried':
    case 'unknown':
      return onThisDesk;
    default:
      return assertNever(event, 'delivery event');
  }
}

/** A receipt named a number that the log has passed without the change: what was received is not there. */
function isBroken(delivery: Delivery, { epoch, seq }: { readonly epoch: EpochId; readonly seq: number }): boolean {
  return delivery.state === 'received' && delivery.epoch === epoch && delivery.seq <= seq;
}
