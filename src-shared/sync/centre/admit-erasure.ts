// The named checks of an order to erase a body (history rule H33) before a scope's log takes it. It travels like a
// change: to every holder of what it erases, in the order of the log.

import { bytesToHex } from '../../base/bytes.ts';
import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Change } from '../../history/change.ts';
import type { Cryptography, Verify } from '../../history/cryptography.ts';
import { applyErasure, isErasureSigned } from '../../history/erase-body.ts';
import type { Erasure } from '../../history/erasure.ts';
import { parseErasure } from '../../history/erasure.ts';
import type { ChangeId, DeviceId, ScopeId } from '../../history/ids.ts';
import type { ErasureItem } from '../format/item.ts';
import type { DeviceStanding } from './admission.ts';

export type ErasureFacts = {
  readonly scope: ScopeId;
  deviceOf(device: DeviceId): DeviceStanding | null;
  /** The change it names, where the scope's log has it. */
  changeOf(id: ChangeId): Change | null;
};

export type AdmittedErasure = {
  readonly erasure: Erasure;
  /** The change as it is from now on: without its body, with what the order keeps. */
  readonly erased: Change;
};

/** Refuses with the code of the first check that fails; `sync_waiting` where the change is not here yet. */
export function admitErasure(
  { subject, bytes }: ErasureItem,
  facts: ErasureFacts,
  { crypto, verify }: { readonly crypto: Cryptography; readonly verify: Verify },
): Result<AdmittedErasure, Problem> {
  if (bytesToHex(crypto.sha256(bytes.order)) !== subject) return err({ code: 'sync_wrong_id' });
  const erasure = parseErasure(bytes.order, bytes.signature);
  if (!erasure.ok) return erasure;
  const { content } = erasure.value;
  if (content.scope !== facts.scope) return err({ code: 'sync_wrong_scope', facts: { scope: content.scope } });
  const problem = authorProblem(content.device, facts);
  if (problem !== null) return err(problem);
  const standing = facts.deviceOf(content.device);
  const isSigned =
    standing !== null && isErasureSigned(erasure.value, { publicKey: standing.publicKey, verify }, crypto);
  if (!isSigned) return err({ code: 'sync_not_vouched' });
  const change = facts.changeOf(content.change);
  if (change === null) return err({ code: 'sync_waiting', facts: { count: 1 } });
  const erased = applyErasure(change, erasure.value);
  return erased.ok ? ok({ erasure: erasure.value, erased: erased.value }) : erased;
}

function authorProblem(device: DeviceId, { scope, deviceOf }: ErasureFacts): Problem | null {
  const standing = deviceOf(device);
  if (standing === null) return { code: 'sync_unknown_device', facts: { device } };
  if (standing.state === 'revoked') return { code: 'sync_device_revoked', facts: { device } };
  return standing.scopes.has(scope) ? null : { code: 'sync_scope_not_granted', facts: { device, scope } };
}
