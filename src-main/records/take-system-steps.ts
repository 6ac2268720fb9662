// The desk's own clock takes the steps that nobody has to decide: a notice that has run its year is expired.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { systemActor, takeStep } from '../../src-shared/records/take-step.ts';
import { dueSystemStep } from '../../src-shared/records/workflow-steps.ts';
import { recordsPastDue } from '../stores/board-store.ts';
import { recordById } from '../stores/record-store.ts';
import { commit, type Planned } from './commit.ts';
import type { Desk } from './desk.ts';
import { newEntryId } from './new-ids.ts';
import { contextOf, readRecord } from './stored-record.ts';

/** Takes every step that is due, each a save of its own; gives how many were taken. Called on opening and every hour. */
export function takeSystemSteps(desk: Desk): Result<number, Problem> {
  const now = epochMsToLocal(desk.tools.now());
  let taken = 0;
  for (const kind of desk.kinds.offered) {
    if (!kind.transitions.some(({ by }) => by.includes('system'))) continue;
    for (const { id } of recordsPastDue(desk.database.reading, kind.key, now)) {
      const step = takeDueStep(desk, id);
      if (!step.ok) return step;
      if (step.value) taken += 1;
    }
  }
  return ok(taken);
}

function takeDueStep(desk: Desk, id: string): Result<SavedView | null, Problem> {
  let isDue = false;
  const saved = commit(desk, systemActor.id, (writing) => {
    const row = recordById(writing, id);
    const record = row ? readRecord(desk, writing, row) : null;
    if (!row || !record?.ok) return record && !record.ok ? record : ok({ unchanged: { id, number: '', change: '', heads: [] } });
    const { kind, merged } = record.value;
    const context = { ...contextOf(desk, writing, kind, merged), actor: systemActor };
    const transition = dueSystemStep(context);
    if (!transition) return ok({ unchanged: { id, number: row.number, change: merged.updated.change, heads: merged.heads } });
    const request = { transition: transition.key, actor: systemActor, answers: [], reason: '' };
    const ops = takeStep(context, request, () => newEntryId(desk.tools.crypto));
    if (!ops.ok) return ops;
    isDue = true;
    const planned: Planned = {
      saves: [{ kind: kind.key, record: id, parents: toParents(merged.heads), ops: ops.value }],
      logged: { action: 'step_taken', detail: { kind: kind.key, step: transition.key } },
    };
    return ok(planned);
  });
  return saved.ok ? ok(isDue ? saved.value : null) : saved;
}
