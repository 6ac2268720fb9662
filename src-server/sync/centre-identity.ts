// The centre's name and the seed of its key: made together at the first start, opened at every other; a seed that an older
// program left in the open is sealed, and what the database still had of it is overwritten.

import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import type { Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { insertIdentity, readIdentity, takePlainSeed } from '../stores/identity-store.ts';
import { openSecret, type SecretKeeping, sealFirst } from './centre-secrets.ts';

export type Identity = {
  readonly centre: DeviceId;
  /** Seed of its Ed25519 key, 32 bytes. */
  readonly seed: Uint8Array;
  /** The key file was made now: somebody has to be told to back it up. */
  readonly madeKey: boolean;
};

const seedName = 'signing seed';

export async function openIdentity(keeping: SecretKeeping): Promise<Result<Identity, Problem>> {
  let wasOpen = false;
  const opened = await keeping.database.write(centreScope, async (writing) => {
    const { crypto, now } = keeping;
    const made = toDeviceId(`centre-${bytesToHex(crypto.randomBytes(8))}`);
    // The row first: of processes that start together, those that lose wait here and make no key of their own.
    const isNew = (await readIdentity(writing)) === null && (await insertIdentity(writing, made, now()));
    const plain = isNew ? null : await takePlainSeed(writing);
    wasOpen = plain !== null;
    const first = isNew ? crypto.randomBytes(32) : plain;
    return openOrSeal(writing, keeping, first);
  });
  if (opened.ok && wasOpen) await keeping.database.scrub('identity');
  return opened;
}

async function openOrSeal(
  writing: Writing<typeof centreScope>,
  keeping: SecretKeeping,
  first: Uint8Array | null,
): Promise<Result<Identity, Problem>> {
  const sealed = first === null ? ok({ madeKey: false }) : await sealFirst(writing, keeping, seedName, first);
  if (!sealed.ok) return sealed;
  const seed = await openSecret(writing, keeping, seedName);
  if (!seed.ok) return seed;
  const centre = await readIdentity(writing);
  if (centre === null) return err({ code: 'server_database_damaged' });
  return ok({ centre, seed: seed.value, madeKey: sealed.value.madeKey });
}
