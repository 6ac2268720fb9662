// Node's cryptography in the shape that the shared code asks for. Keys are unpacked once and used many times, since
// unpacking costs as much as checking a signature.

import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, hash, randomBytes, sign, verify } from 'node:crypto';
import type { Cryptography, Signer, Verify } from '../../src-shared/history/cryptography.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { spendKey } from './spend-key.ts';

/** DER wrappings of a raw Ed25519 seed (PKCS #8) and of a raw public key (SPKI), RFC 8410. */
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;
/** Public keys kept unpacked by one verifier: more devices than any scope has, and more than push at one time. */
const keptKeys = 1024;

/** Plain arrays and not Buffers, which may be windows on a shared pool and would take all of it across a port. */
export const nodeCryptography: Cryptography = {
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
};

/** Signs in the name of `device` with the Ed25519 key of this 32-byte seed. */
export function createSigner(device: DeviceId, seed: Uint8Array): Signer {
  const key = privateKeyOf(seed);
  return { algorithm: 'ed25519', device, sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
}

/** The raw 32-byte public key that goes with a seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(publicKeyPrefix.length));
}

/** A verifier that remembers the keys it has unpacked. Anything that is no key or no signature is simply not valid. */
export function createVerify(): Verify {
  const keysByHex = new Map<string, KeyObject>();
  return (publicKey, bytes, signature) => {
    if (publicKey.length !== keyBytes) return false;
    return verify(null, bytes, keyFor(publicKey, keysByHex), signature);
  };
}

/** A raw 32-byte public key as the token library takes it. */
export function publicKeyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicKeyPrefix, publicKey]), format: 'der', type: 'spki' });
}

function keyFor(publicKey: Uint8Array, keysByHex: Map<string, KeyObject>): KeyObject {
  const hex = Buffer.from(publicKey).toString('hex');
  const known = keysByHex.get(hex);
  if (known !== undefined) return known;
  if (keysByHex.size >= keptKeys) keysByHex.clear();
  const key = publicKeyObject(publicKey);
  keysByHex.set(hex, key);
  return key;
}

/** The key of this 32-byte seed as the token library takes it. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== keyBytes) throw new RangeError(`an Ed25519 seed has ${keyBytes} bytes, not ${seed.length}`);
  return spendKey(Buffer.concat([privateKeyPrefix, seed]), (key) =>
    createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
  );
}
