// What an open desk does by itself: the steps its clock takes, and bringing its log into its file while nobody waits.

import type { Desk } from '../records/desk.ts';
import { takeSystemSteps } from '../records/take-system-steps.ts';
import { type CallLog, faultPlace } from './fault-place.ts';

export type DeskClock = { readonly stop: () => void };

const hour = 3_600_000;
const settling = 3_000;

/** The steps that are due are taken at once and every hour. What fails is told in the log and tried again the next time. */
export function startDeskClock(desk: Desk, log: CallLog): DeskClock {
  const step = () => guarded('steps', log, () => takeSystemSteps(desk));
  const settle = () =>
    guarded('settling', log, () => {
      desk.database.settle();
      desk.attachments.settle();
    });
  step();
  const timers = [setInterval(step, hour).unref(), setInterval(settle, settling).unref()];
  return {
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** Neither a full disk nor a damaged page ends the desk here; a person meets it again, with words, when they save or read. */
function guarded(what: string, log: CallLog, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    log(`clock ${what} ${faultPlace(error)}`);
  }
}
