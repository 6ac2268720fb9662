// Evidence about this desk's clock (S35): each answer of the centre gives its offset, and a jump is noticed by a clock that
// never jumps. It is kept to be shown beside times, and nothing ever depends on it.

import { ok } from '../../src-shared/base/result.ts';
import type { ClockOffset, ClockSample } from '../../src-shared/sync/desk/clock-evidence.ts';
import { betterOffset, isDoubtful, jumpBetween, offsetOf } from '../../src-shared/sync/desk/clock-evidence.ts';
import type { Desk } from '../records/desk.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { keepOffset, latestOffset } from '../stores/clock-store.ts';
import type { SyncClocks } from './sync-clocks.ts';

/** ms an offset may move before it is kept anew: below it only the network differs. */
const worthKeeping = 2_000;

export type ClockWatch = {
  readonly sample: (sample: ClockSample) => void;
  /** Compares both clocks with the last look. */
  readonly look: () => void;
};

export function watchClock(desk: Desk, clocks: Pick<SyncClocks, 'wall' | 'steady'>): ClockWatch {
  let known: ClockOffset | null = null;
  let last = { wall: clocks.wall(), steady: clocks.steady() };
  return {
    sample(sample) {
      known = betterOffset(known, offsetOf(sample));
      keepIfMoved(desk, sample.wall, known);
    },
    look() {
      const now = { wall: clocks.wall(), steady: clocks.steady() };
      const jump = jumpBetween(last, now);
      last = now;
      if (jump !== 0) noteJump(desk, now.wall, Math.round(jump));
    },
  };
}

function keepIfMoved(desk: Desk, at: number, offset: ClockOffset): void {
  const kept = latestOffset(desk.database.reading);
  const isNear = kept !== null && Math.abs(kept.offset - offset.offset) < worthKeeping;
  if (isNear && isDoubtful(kept) === isDoubtful(offset)) return;
  desk.database.write((writing) => ok(keepOffset(writing, at, offset)));
  desk.notify({ type: 'delivery' });
}

function noteJump(desk: Desk, at: number, jump: number): void {
  desk.database.write((writing) => {
    appendAudit(writing, { at, account: 'system', action: 'clock_jumped', record: '', detail: { ms: jump } });
    return ok(null);
  });
}
