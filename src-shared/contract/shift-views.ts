// What the window is given to show of shifts: the desk as it stands now, the sheets that were handed over.

import type { ShiftSheet, ShiftSituation } from '../records/shift/shift-sheet.ts';

/** What the next sheet would say, worked out this moment, and the sheets of this desk, the latest first. */
export type ShiftNowView = { readonly situation: ShiftSituation; readonly sheets: readonly ShiftLineView[] };

/** given: waits for the next person; taken: both have confirmed; passed: another sheet came after it, and nobody took it. */
export type ShiftState = 'given' | 'taken' | 'passed';

export type ShiftLineView = {
  readonly id: string;
  readonly state: ShiftState;
  readonly from: string;
  readonly fromName: string;
  /** ms since 1970. */
  readonly givenAt: number;
  /** Null until somebody has taken over. */
  readonly toName: string | null;
  readonly takenAt: number | null;
};

export type ShiftView = ShiftLineView & { readonly sheet: ShiftSheet };
