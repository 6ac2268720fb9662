// The ways in which a driver could be written wrongly that the simulation must find.

import { required } from '../../../src-shared/base/assert.ts';
import type { ScopeId } from '../../../src-shared/history/ids.ts';
import type { Begin } from '../../../src-shared/sync/desk/next-step.ts';
import type { Commit } from './arrival.ts';
import type { DeskStore } from './desk-store.ts';
import { setScope } from './desk-tables.ts';

export type Sabotage = 'none' | 'cursor_first' | 'trust_status' | 'forget_reoffer';

/** The cursor is saved in a transaction of its own, before the changes. */
export function cursorFirst(scope: ScopeId, store: DeskStore, commit: Commit): Commit {
  return (write) => {
    const copy = store.copy();
    write(copy);
    const row = required(copy.scopes.get(scope), 'a scope that was read');
    commit((data) => setScope(data, scope, row));
    commit(write);
  };
}

/** An error is taken for success: what was sent leaves the outbox. */
export function takeErrorForSuccess(step: Begin, store: DeskStore): boolean {
  if (step.step !== 'push') return false;
  store.commit((data) => {
    for (const id of step.ids) data.outbox.delete(id);
  });
  return true;
}

/** After another log was found, the desk only reads on. */
export function withoutReoffer(commit: Commit): Commit {
  return (write) =>
    commit((data) => {
      const before = new Map(data.outbox);
      write(data);
      for (const scope of data.scopes.keys()) setScope(data, scope, { reoffer: null });
      data.outbox = before;
    });
}
