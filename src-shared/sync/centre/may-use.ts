// Who may ask the centre for what, decided at every request and never remembered.

import type { ScopeId } from '../../history/ids.ts';
import type { DeviceStanding } from './admission.ts';

export type Use =
  /** Of a scope's log: pages, places, snapshots, bytes by id. */
  | 'read'
  /** Of changes it already holds, its own or another desk's: the author's right is checked, not the carrier's. */
  | 'deliver';

export type UseVerdict = 'allowed' | 'not_granted' | 'revoked' | 'unknown_device';

export function mayUse(standing: DeviceStanding | null, use: Use, scope: ScopeId): UseVerdict {
  if (standing === null) return 'unknown_device';
  if (standing.state === 'revoked') return 'revoked';
  return use === 'deliver' || standing.scopes.has(scope) ? 'allowed' : 'not_granted';
}
