// Who is at the desk: the open desk's state for pages, and locking it without losing what was typed.

import { createContext, useCallback, useContext } from 'react';
import { assert } from '../../src-shared/base/assert.ts';
import type { DeskState, Role } from '../../src-shared/contract/views.ts';
import { useDesk } from './use-desk.ts';

export type OpenDesk = Extract<DeskState, { state: 'open' }>;

export const OpenDeskContext = createContext<OpenDesk | null>(null);

/** The open desk: unit, person, settings. Only inside the frame. */
export function useOpenDesk(): OpenDesk {
  const open = useContext(OpenDeskContext);
  assert(open !== null, 'useOpenDesk while the desk is not open');
  return open;
}

export function useHasRole(...roles: readonly Role[]): boolean {
  return useOpenDesk().person.roles.some((role) => roles.includes(role));
}

/** Puts drafts away, locks the service, forgets everything the window had read. */
export function useLock(): () => Promise<void> {
  const { calls, queries, cache, leaving } = useDesk();
  return useCallback(async () => {
    await leaving.keepAll();
    await calls.session.lock();
    cache.removeQueries({ predicate: (query) => query.queryKey[0] !== queries.desk.state.queryKey()[0] });
    await cache.invalidateQueries({ queryKey: queries.desk.state.key() });
  }, [calls, queries, cache, leaving]);
}
