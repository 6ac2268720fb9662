// Notes beside the database how far the log has come: when the desk is opened, every few minutes, and when it is closed.

import { writeLogNote } from '../audit/log-note.ts';
import type { Desk } from '../records/desk.ts';
import { type CallLog, faultPlace } from './fault-place.ts';

const between = 5 * 60_000;

/** A note that cannot be written keeps nobody from working; the log itself is not touched by it. */
export function startLogNotes(desk: Desk, directory: string, log: CallLog): { readonly stop: () => void } {
  const note = () => {
    try {
      writeLogNote(desk, directory);
    } catch (error) {
      log(`log note ${faultPlace(error)}`);
    }
  };
  note();
  const timer = setInterval(note, between).unref();
  return {
    stop: () => {
      clearInterval(timer);
      note();
    },
  };
}
