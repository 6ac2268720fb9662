// What an open desk does by itself: the steps its clock takes, bringing its log into its file while nobody waits, and taking
// the words of what was erased out of its search index.

import { clearSomeWords } from '../records/clear-erased-words.ts';
import type { Desk } from '../records/desk.ts';
import { takeSystemSteps } from '../records/take-system-steps.ts';
import { type CallLog, faultPlace } from './fault-place.ts';

export type DeskClock = { readonly stop: () => void };

const hour = 3_600_000;
const settling = 3_000;
/** Of the index, between which nobody else has a turn. */
const piecesAtOnce = 5;

/** The steps that are due are taken at once and every hour. What fails is told in the log and tried again the next time. */
export function startDeskClock(desk: Desk, log: CallLog): DeskClock {
  const step = () => guarded('steps', log, () => takeSystemSteps(desk));
  const settle = () =>
    guarded('settling', log, () => {
      desk.database.settle();
      desk.attachments.settle();
    });
  const clear = () =>
    guarded('clearing', log, () => {
      for (let piece = 0; piece < piecesAtOnce; piece += 1) if (!clearSomeWords(desk)) return;
    });
  step();
  const timers = [
    setInterval(step, hour).unref(),
    setInterval(settle, settling).unref(),
    setInterval(clear, settling).unref(),
  ];
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
