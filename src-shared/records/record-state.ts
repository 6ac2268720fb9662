// The states a record can be in: those its kind declares, and 作废 (void), which every kind has.

import type { Kind } from './kind.ts';
import { words } from './words.ts';
import type { State } from './workflow.ts';

export const voidKey = 'void';

const voidState: State = { label: words('作废', 'Void'), stage: 'void' };

/** The state of this key. One this version does not know (a newer desk wrote it) counts as open, under its own key. */
export function stateOf(kind: Kind, status: string): State {
  const declared = Object.hasOwn(kind.states, status) ? kind.states[status] : undefined;
  if (declared) return declared;
  return status === voidKey ? voidState : { label: words(status, status), stage: 'open' };
}

/** Every state by key, 作废 included. */
export function statesOf(kind: Kind): Readonly<Record<string, State>> {
  return Object.hasOwn(kind.states, voidKey) ? kind.states : { ...kind.states, [voidKey]: voidState };
}
