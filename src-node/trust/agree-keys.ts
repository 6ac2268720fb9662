// The key agreement form (X25519) of an Ed25519 key, for what is encrypted to a desk or a centre and for what only the two
// of them can work out. The seed stays the only secret there is to keep (U1).

import { createHash, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { x25519Of } from '../../src-shared/bundles/age-recipient.ts';
import { encodeBech32 } from '../../src-shared/bundles/bech32.ts';

/** DER wrappings of raw X25519 keys, RFC 8410. */
const privateKeyPrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicKeyPrefix = Buffer.from('302a300506032b656e032100', 'hex');

/** `AGE-SECRET-KEY-1…`: opens what is encrypted to the Ed25519 key of this 32-byte seed. */
export function ageIdentityOf(seed: Uint8Array): string {
  return encodeBech32('age-secret-key-', scalarOf(seed)).toUpperCase();
}

/** 32 bytes that only the holders of the two Ed25519 keys can work out. Throws on a key that is no point of the curve. */
export function sharedSecret(seed: Uint8Array, otherPublicKey: Uint8Array): Uint8Array {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateKeyPrefix, scalarOf(seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  const key = Buffer.concat([publicKeyPrefix, x25519Of(otherPublicKey)]);
  return new Uint8Array(
    diffieHellman({ privateKey, publicKey: createPublicKey({ key, format: 'der', type: 'spki' }) }),
  );
}

/** The first half of SHA-512, as Ed25519 itself makes its scalar (RFC 8032 §5.1.5). */
function scalarOf(seed: Uint8Array): Uint8Array {
  return createHash('sha512').update(seed).digest().subarray(0, 32);
}
