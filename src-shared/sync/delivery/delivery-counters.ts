// The counters of the status bar. Every change is in exactly one of them, so they always add up.

import type { DeliveryState } from './delivery.ts';

export type DeliveryCounters = Readonly<Record<DeliveryState, number>>;

const nothing: DeliveryCounters = {
  here: 0,
  on_stick: 0,
  sent: 0,
  received: 0,
  confirmed: 0,
  doubted: 0,
  refused: 0,
  set_aside: 0,
};

export function countDeliveries(states: Iterable<DeliveryState>): DeliveryCounters {
  const counters = { ...nothing };
  for (const state of states) counters[state] += 1;
  return counters;
}

export function totalOf(counters: DeliveryCounters): number {
  return Object.values(counters).reduce((sum, count) => sum + count, 0);
}

/** Only then may anything say that everything has arrived. */
export function isAllConfirmed(counters: DeliveryCounters): boolean {
  return counters.confirmed === totalOf(counters);
}

/** What would be lost with this PC: whatever no receipt speaks for. Nothing may be removed while it is above 0. */
export function onlyHere(counters: DeliveryCounters): number {
  return totalOf(counters) - counters.confirmed - counters.received;
}
