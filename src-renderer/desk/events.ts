// Follows the desk's events and refreshes what they make stale. When the stream breaks it is taken up again and all is
// refreshed, because what happened meanwhile is unknown.

import { useEffect } from 'react';
import { assertNever } from '../../src-shared/base/assert.ts';
import type { DeskEvent } from '../../src-shared/contract/views.ts';
import type { Desk } from './desk.ts';
import { useDesk } from './use-desk.ts';

export async function refreshAfter(desk: Desk, event: DeskEvent): Promise<void> {
  const { queries, cache } = desk;
  const stale = (queryKey: readonly unknown[]) => cache.invalidateQueries({ queryKey });
  switch (event.type) {
    case 'records':
      await Promise.all(
        [
          queries.records.key(),
          queries.conflicts.key(),
          queries.today.key(),
          queries.registers.key(),
          queries.reports.key(),
          queries.delivery.key(),
          queries.documents.key(),
          queries.drafts.key(),
        ].map(stale),
      );
      return;
    case 'delivery':
      await Promise.all([stale(queries.delivery.key()), stale(queries.bundles.plan.key())]);
      return;
    case 'jobs':
      await stale(queries.jobs.key());
      return;
    case 'locked':
      desk.shell.forgetCopied();
      await desk.leaving.keepAll();
      await stale(queries.desk.state.key());
      return;
    case 'people':
      await Promise.all([stale(queries.people.key()), stale(queries.desk.state.key())]);
      return;
    case 'settings':
      await Promise.all([
        stale(queries.settings.key()),
        stale(queries.backups.key()),
        stale(queries.desk.state.key()),
        stale(queries.kinds.key()),
      ]);
      return;
    default:
      assertNever(event, 'desk event');
  }
}

/** @param onFollowing called when the stream stands, before its first news */
async function follow(desk: Desk, signal: AbortSignal, onFollowing: () => Promise<void>): Promise<void> {
  const events = await desk.calls.desk.events(undefined, { signal });
  await onFollowing();
  for await (const event of events) await refreshAfter(desk, event);
}

/** Milliseconds between a broken stream and the next attempt. */
const pause = 500;

async function keepFollowing(desk: Desk, signal: AbortSignal): Promise<void> {
  let hasBroken = false;
  while (!signal.aborted) {
    try {
      await follow(desk, signal, async () => {
        if (hasBroken) await desk.cache.invalidateQueries();
      });
    } catch {
      // The connection's own state tells the person; here only the next attempt matters.
    }
    hasBroken = true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

export function useDeskEvents(): void {
  const desk = useDesk();
  useEffect(() => {
    const stopping = new AbortController();
    void keepFollowing(desk, stopping.signal);
    return () => stopping.abort();
  }, [desk]);
}
