// Who is at the desk: the open desk's state for pages, and locking it without losing what was typed.

import { createContext, useCallback, useContext } from 'react';
import { assert } from '../../src-shared/base/assert.ts';
import { isPermitted, permissionOf, type permissions } from '../../src-shared/contract/permissions.ts';
import type { ClosedState, DeskState } from '../../src-shared/contract/views.ts';
import type { Desk } from './desk.ts';
import { useDesk } from './use-desk.ts';

export type OpenDesk = Extract<DeskState, { state: 'open' }>;

export const OpenDeskContext = createContext<OpenDesk | null>(null);

/** The open desk: unit, person, settings. Only inside the frame. */
export function useOpenDesk(): OpenDesk {
  const open = useContext(OpenDeskContext);
  assert(open !== null, 'useOpenDesk while the desk is not open');
  return open;
}

/** Whether the table of permissions lets the person at the desk make this call. */
export function useMay<Group extends keyof typeof permissions>(
  group: Group,
  procedure: keyof (typeof permissions)[Group] & string,
): boolean {
  const { roles } = useOpenDesk().person;
  const permission = permissionOf([group, procedure]);
  return permission !== null && isPermitted(permission, roles);
}

/** Refreshes who is at the desk, then forgets all else that was read: it was shown to somebody who is no longer there. */
export async function startAfresh({ cache, queries }: Desk): Promise<void> {
  const statePath = JSON.stringify(queries.desk.state.key()[0]);
  const isOther = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    JSON.stringify(queryKey[0]) !== statePath;
  await cache.refetchQueries({ queryKey: queries.desk.state.key() });
  cache.removeQueries({ predicate: (query) => isOther(query) && query.getObserversCount() === 0 });
  await cache.resetQueries({ predicate: isOther });
}

/** How the open desk looks once it is locked, as the service will say it. */
function locked(state: DeskState | undefined, service: ClosedState): DeskState | undefined {
  if (state?.state !== 'open') return state;
  const people = state.people
    .filter(({ enabled, isOfThisDesk }) => enabled && isOfThisDesk)
    .map(({ id, name }) => ({ id, name }));
  return { state: 'locked', unitName: state.unit.name, service, people };
}

/** Hides everything at once, puts drafts away, locks the service, forgets what the window had read. */
async function leave(desk: Desk, service: ClosedState, tellService: () => Promise<null>): Promise<void> {
  const left = desk.leaving.keepAll(tellService);
  desk.shell.forgetCopied();
  desk.cache.setQueryData<DeskState>(desk.queries.desk.state.queryKey(), (state) => locked(state, service));
  await left;
  await startAfresh(desk);
}

/** Locks this window; the desk stays open behind it. */
export function useLock(): () => Promise<void> {
  const desk = useDesk();
  return useCallback(() => leave(desk, 'open', () => desk.calls.session.lock()), [desk]);
}

/** Locks this window and closes the desk: its key leaves the memory, sync and backups rest. */
export function useCloseDesk(): () => Promise<void> {
  const desk = useDesk();
  return useCallback(() => leave(desk, 'closing', () => desk.calls.desk.close()), [desk]);
}
