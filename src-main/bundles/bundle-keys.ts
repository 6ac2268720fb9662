// The keys this desk opens and checks bundles with, all made from its own seed and the centre's signing key (U1).

import { ageIdentityOf, sharedSecret } from '../../src-node/trust/agree-keys.ts';
import { hexToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { ageRecipientOf } from '../../src-shared/bundles/age-recipient.ts';
import { receiptCodeKey } from '../../src-shared/bundles/receipt-code.ts';
import type { Desk } from '../records/desk.ts';
import { readDeviceSeed } from '../records/device.ts';
import { type Enrolment, readEnrolment } from '../sync/enrolment.ts';

export type BundleKeys = {
  readonly enrolment: Enrolment;
  /** Opens what the centre encrypted to this desk. */
  readonly identity: string;
  /** What only the centre can open is encrypted to this. */
  readonly recipient: string;
  readonly codeKey: Uint8Array;
};

/** Problem `sync_not_enrolled`: without a centre there is nobody to carry anything to. */
export function bundleKeys({ database: { reading }, tools }: Desk): Result<BundleKeys, Problem> {
  const enrolment = readEnrolment(reading);
  if (enrolment === null) return err({ code: 'sync_not_enrolled' });
  const seed = readDeviceSeed(reading);
  const centreKey = hexToBytes(enrolment.centreKey);
  return ok({
    enrolment,
    identity: ageIdentityOf(seed),
    recipient: ageRecipientOf(centreKey),
    codeKey: receiptCodeKey(sharedSecret(seed, centreKey), tools.crypto),
  });
}
