// The desk's own clock takes the steps that nobody has to decide: a notice that has run its year is expired.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { recordsPastDue } from '../stores/board-store.ts';
import { announce, takeDueSteps } from './commit.ts';
import type { Desk } from './desk.ts';

/** Takes every step that is due, each record a transaction of its own; gives how many were taken. On opening and hourly. */
export function takeSystemSteps(desk: Desk): Result<number, Problem> {
  const now = epochMsToLocal(desk.tools.now());
  const touched = new Set<string>();
  let taken = 0;
  for (const kind of desk.kinds.offered.filter(({ transitions }) =>
    transitions.some(({ by }) => by.includes('system')),
  )) {
    for (const { id } of recordsPastDue(desk.database.reading, kind.key, now)) {
      const steps = desk.database.write((writing) => takeDueSteps(desk, writing, id, touched));
      if (!steps.ok) return steps;
      taken += steps.value;
    }
  }
  if (touched.size > 0) announce(desk, touched);
  return ok(taken);
}
