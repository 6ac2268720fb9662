// What the centre's "anything new?" means: which logs may be read, how far they go, whether they are still the same.

import { ok } from '../../src-shared/base/result.ts';
import { afterStanding } from '../../src-shared/sync/desk/fact-changes.ts';
import type { Desk } from '../records/desk.ts';
import { beginIncarnation } from '../records/device.ts';
import { changeScope, readScopes, scopeState } from '../stores/sync-scope-store.ts';
import type { Arrival, Of } from './arrival.ts';
import type { Answer } from './centre-calls.ts';

export function takePoll(desk: Desk, step: Of<'poll'>, answer: Answer<'poll'>): Arrival {
  let changed = false;
  const done = desk.database.write((writing) => {
    for (const scope of answer.granted) scopeState(writing, scope);
    for (const { scope, granted } of readScopes(writing)) {
      const isGranted = answer.granted.includes(scope);
      if (granted !== isGranted) changeScope(writing, scope, { granted: isGranted });
      changed ||= granted !== isGranted;
    }
    for (const standing of answer.standings) {
      const asked = step.cursors.find(({ scope }) => scope === standing.scope) ?? null;
      const change = afterStanding(scopeState(writing, standing.scope), asked, standing, desk.tools.crypto);
      if (change !== null) changeScope(writing, standing.scope, change);
      changed ||= change !== null;
    }
    if (answer.forked.includes(desk.device.chain.current.incarnation)) beginIncarnation(desk, writing);
    return ok(null);
  });
  if (done.ok && changed) desk.notify({ type: 'delivery' });
  return {
    progress: done.ok && changed,
    heads: answer.standings.map(({ scope, epoch, head }) => ({ scope, epoch, seq: head.seq })),
  };
}
