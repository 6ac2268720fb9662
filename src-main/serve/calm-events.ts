// Tells the windows what happened at once, and not more often than they can follow: while a sync takes thousands of changes
// in, what comes close together is told together.

import type { DeskEvent } from '../../src-shared/contract/views.ts';

/** ms between two tellings of one kind. */
const apart = 250;

/** @param after calls back after so many ms */
export function calmEvents(
  tell: (event: DeskEvent) => void,
  now: () => number,
  after: (delay: number, work: () => void) => unknown,
): (event: DeskEvent) => void {
  const lastTold = new Map<DeskEvent['type'], number>();
  const waiting = new Map<DeskEvent['type'], DeskEvent>();

  function tellNow(event: DeskEvent): void {
    lastTold.set(event.type, now());
    tell(event);
  }

  return (event) => {
    const held = waiting.get(event.type);
    if (held !== undefined) {
      waiting.set(event.type, joined(held, event));
      return;
    }
    const rest = (lastTold.get(event.type) ?? Number.NEGATIVE_INFINITY) + apart - now();
    if (rest <= 0) {
      tellNow(event);
      return;
    }
    waiting.set(event.type, event);
    after(rest, () => {
      const due = waiting.get(event.type);
      waiting.delete(event.type);
      if (due !== undefined) tellNow(due);
    });
  };
}

function joined(before: DeskEvent, next: DeskEvent): DeskEvent {
  if (before.type !== 'records' || next.type !== 'records') return next;
  return { type: 'records', ids: [...new Set([...before.ids, ...next.ids])] };
}
