// The centre at work: its database, its name and key, its epoch, and the clock and chance it was given.

import type { KeyObject } from 'node:crypto';
import { createSigner, createVerify, publicKeyObject, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Cryptography, Signer, Verify } from '../../src-shared/history/cryptography.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import type { EpochId } from '../../src-shared/sync/format/log-point.ts';
import { toEpochId } from '../../src-shared/sync/format/log-point.ts';
import { centreScope } from '../database/tables.ts';
import { insertEpoch, readEpoch } from '../stores/epoch-store.ts';
import { openIdentity } from './centre-identity.ts';
import type { SecretKeeping } from './centre-secrets.ts';

export type Surroundings = SecretKeeping;

export type Centre = Surroundings & {
  readonly centre: DeviceId;
  readonly seed: Uint8Array;
  /** The key file was made at this start: somebody has to be told to back it up. */
  readonly madeKey: boolean;
  /** Raw Ed25519. */
  readonly publicKey: Uint8Array;
  /** The same, unpacked once: unpacking costs as much as checking a signature. */
  readonly publicKeyObject: KeyObject;
  readonly signer: Signer;
  readonly verify: Verify;
  /** The epoch that answers belong to; looked up anew after the database was out of reach, since it may be another one. */
  epoch(): Promise<EpochId>;
  /** To be told when a connection broke: a replica may have taken over. */
  doubtEpoch(): void;
};

/** Gives the centre its identity and its epoch, making them where it starts for the first time. */
export async function openCentre(surroundings: Surroundings): Promise<Result<Centre, Problem>> {
  const identity = await openIdentity(surroundings);
  if (!identity.ok) return identity;
  const { centre, seed, madeKey } = identity.value;
  let known: Promise<EpochId> | null = null;
  const epoch = () => {
    known ??= currentEpoch(surroundings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  await epoch();
  return ok({
    ...surroundings,
    centre,
    seed,
    madeKey,
    publicKey: publicKeyOf(seed),
    publicKeyObject: publicKeyObject(publicKeyOf(seed)),
    signer: createSigner(centre, seed),
    verify: createVerify(),
    epoch,
    doubtEpoch: () => {
      known = null;
    },
  });
}

/** Begins a new epoch where the data is another copy than before: a restored backup, a promoted replica, a moved file. */
async function currentEpoch(surroundings: Surroundings): Promise<EpochId> {
  const { database, crypto } = surroundings;
  const marker = await database.readMarker();
  const last = await readEpoch(database.reading);
  if (last?.marker === marker) return last.epoch;
  const next = { epoch: newEpochId(crypto), ordinal: (last?.ordinal ?? 0) + 1, marker };
  return beginEpoch(surroundings, next, last === null ? 'new' : 'other copy of the data');
}

/** Begins an epoch because a person says so: after a restore that nothing else shows. */
export async function forceEpoch(surroundings: Surroundings): Promise<EpochId> {
  const { database, crypto } = surroundings;
  const last = await readEpoch(database.reading);
  const marker = await database.readMarker();
  return beginEpoch(surroundings, { epoch: newEpochId(crypto), ordinal: (last?.ordinal ?? 0) + 1, marker }, 'ordered');
}

type NewEpoch = { readonly epoch: EpochId; readonly ordinal: number; readonly marker: string };

/** Of several processes that find out at once, one begins the epoch and the others join it. */
async function beginEpoch({ database, now }: Surroundings, next: NewEpoch, reason: string): Promise<EpochId> {
  const began = await database.write(centreScope, async (writing) => {
    await insertEpoch(writing, next, reason, now());
    return ok(await readEpoch(writing));
  });
  if (!began.ok) throw Object.assign(new Error('the epoch could not be begun'), { code: 'ECONNREFUSED' });
  return began.value?.epoch ?? next.epoch;
}

function newEpochId(crypto: Cryptography): EpochId {
  return toEpochId(bytesToHex(crypto.randomBytes(12)));
}
