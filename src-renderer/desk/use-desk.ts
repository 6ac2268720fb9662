// The desk at hand, given once at the top of the window.

import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { assert } from '../../src-shared/base/assert.ts';
import type { ConnectionState } from './connection.ts';
import type { Desk } from './desk.ts';
import type { Keep } from './leaving.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  assert(desk !== null, 'useDesk outside DeskContext');
  return desk;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useDesk();
  return useSyncExternalStore(connection.watch, connection.state);
}

/** Runs `keep` before the window locks or changes hands, while this component is mounted. */
export function useKeepBeforeLeaving(keep: Keep): void {
  const { leaving } = useDesk();
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => leaving.add(() => latest.current()), [leaving]);
}
