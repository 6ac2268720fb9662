// Where a device's chain of changes in one scope ends, so where the next change goes on.

import type { Change } from './change.ts';
import type { ChangeId, DeviceId, IncarnationId, ScopeId } from './ids.ts';

export type ChainTip = {
  readonly scope: ScopeId;
  readonly device: DeviceId;
  readonly incarnation: IncarnationId;
  /** Of the last change; 0 where there is none yet. */
  readonly n: number;
  readonly id: ChangeId | null;
};

export function chainStart(scope: ScopeId, device: DeviceId, incarnation: IncarnationId): ChainTip {
  return { scope, device, incarnation, n: 0, id: null };
}

export function tipAfter(change: Change): ChainTip {
  const { scope, device, incarnation, n } = change.header;
  return { scope, device, incarnation, n, id: change.id };
}
