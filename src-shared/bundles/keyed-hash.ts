// HMAC and HKDF over SHA-256 (RFC 2104, RFC 5869), for shared code that is given its hash function: what is proved by a
// secret that two sides have in common.

import { textToBytes } from '../base/bytes.ts';
import type { Hashing } from '../sync/format/scope-chain.ts';

/** Bytes SHA-256 works on at once. */
const blockBytes = 64;

/** @param key of any length; one longer than a block is hashed first */
export function hmacSha256(key: Uint8Array, message: Uint8Array, { sha256 }: Hashing): Uint8Array {
  const block = new Uint8Array(blockBytes);
  block.set(key.length > blockBytes ? sha256(key) : key);
  const inner = sha256(joined(masked(block, 0x36), message));
  return sha256(joined(masked(block, 0x5c), inner));
}

/** A key of 32 bytes for one purpose, with an empty salt: the first block of HKDF-SHA256. */
export function deriveKey(secret: Uint8Array, purpose: string, hashing: Hashing): Uint8Array {
  const extracted = hmacSha256(new Uint8Array(32), secret, hashing);
  return hmacSha256(extracted, joined(textToBytes(purpose), Uint8Array.of(1)), hashing);
}

function masked(block: Uint8Array, mask: number): Uint8Array {
  return block.map((byte) => byte ^ mask);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
