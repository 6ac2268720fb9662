// What tests of faults say of themselves: how many faults they put in, how many saves they then looked for, and how many
// of those were gone. `npm run faults` collects it; without it the tests say nothing.

import { appendFileSync } from 'node:fs';

export type FaultFigures = {
  /** What went wrong, in a few words. */
  readonly fault: string;
  readonly injected: number;
  /** Acknowledged saves (or whole files) that were looked for afterwards. */
  readonly looked: number;
  readonly lost: number;
};

/** Called last in a test, so that a fault that was not survived is never counted as one. */
export function countFaults(figures: FaultFigures): void {
  const file = process.env['CASE_DESK_FAULT_FIGURES'];
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify(figures)}\n`);
}
