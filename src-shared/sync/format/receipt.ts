// The centre's signed word of what it has: which changes, and where its log then ended. A desk says "delivered" only
// from receipts; whoever holds one can show it years later.

import { z } from 'zod';
import { bytesToHex, textToBytes } from '../../base/bytes.ts';
import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import { err } from '../../base/result.ts';
import type { Signer } from '../../history/cryptography.ts';
import type { ChangeId, DeviceId } from '../../history/ids.ts';
import { compareText } from '../../history/scalar-rules.ts';
import type { LogPoint } from './log-point.ts';
import type { Hashing } from './scope-chain.ts';
import { deviceShape, hexShape, logPointShape, momentShape } from './shapes.ts';
import type { CentreKey, Signed } from './statement.ts';
import { readStatement, signStatement } from './statement.ts';
import { syncLimits } from './sync-limits.ts';

const receiptShape = logPointShape.extend({
  alg: z.literal('sha256-ed25519'),
  v: z.literal(1),
  type: z.literal('receipt'),
  /** Who signs. */
  centre: deviceShape,
  /** Who delivered; the author of a change is in the change. */
  device: deviceShape,
  at: momentShape,
  /** How many changes it is for, and the hash that names them, see `idsDigest`. */
  count: z.int().min(0).max(syncLimits.documentItems),
  ids: hexShape(32),
});
export type Receipt = z.infer<typeof receiptShape>;

export type ReceiptFacts = LogPoint & {
  readonly device: DeviceId;
  readonly at: number;
  readonly received: readonly ChangeId[];
};

/** SHA-256 of `case-desk receipt ids 1` and the ids in rising order, each after a line feed. */
export function idsDigest(ids: readonly ChangeId[], hashing: Hashing): string {
  const sorted = [...new Set(ids)].toSorted(compareText);
  return bytesToHex(hashing.sha256(textToBytes(['case-desk receipt ids 1', ...sorted].join('\n'))));
}

export function makeReceipt(facts: ReceiptFacts, signer: Signer, hashing: Hashing): Signed {
  const { scope, epoch, seq, chain, device, at, received } = facts;
  const receipt: Receipt = {
    alg: 'sha256-ed25519',
    v: 1,
    type: 'receipt',
    centre: signer.device,
    device,
    scope,
    epoch,
    seq,
    chain,
    at,
    count: new Set(received).size,
    ids: idsDigest(received, hashing),
  };
  return signStatement('receipt', receipt, signer, hashing);
}

/** Checks form, signature and that it is for exactly these changes. */
export function checkReceipt(
  signed: Signed,
  received: readonly ChangeId[],
  key: CentreKey,
  hashing: Hashing,
): Result<Receipt, Problem> {
  const receipt = readStatement('receipt', signed, receiptShape, key, hashing);
  if (!receipt.ok || receipt.value.ids === idsDigest(received, hashing)) return receipt;
  return err({ code: 'sync_bad_receipt', facts: { field: 'ids' } });
}
