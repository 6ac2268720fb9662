// What the tests of the centre's calls share: two scopes, and how a refused call looks.

import { safe } from '@orpc/client';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { assert } from '../../src-shared/base/assert.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { isEpochId } from '../../src-shared/sync/format/log-point.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { startCentre } from './running-centre.ts';

export const station = toScopeId('chengguan');
export const dongjie = toScopeId('dongjie');

/** The status and problem code of a call that is refused. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(call);
  if (error === null || typeof error !== 'object' || !('code' in error)) throw new Error(`not refused: ${error}`);
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {};
  return 'code' in data ? `${error.code} ${data.code}` : error.code;
}

export function startOf(scope: ScopeId, epoch: string): LogPoint {
  assert(isEpochId(epoch), 'an epoch');
  return logStart(scope, epoch, nodeCryptography);
}

export async function startWithScopes() {
  const centre = await startCentre();
  await centre.addScope(station);
  await centre.addScope(dongjie);
  return centre;
}
