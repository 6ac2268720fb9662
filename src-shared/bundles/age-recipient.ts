// Whoever has an Ed25519 key can be sent a bundle: its X25519 key is the same point on the other form of the curve (RFC
// 7748 §4.1), so a desk and a centre that know each other's signing keys need to exchange nothing more.

import { encodeBech32 } from './bech32.ts';

const prime = 2n ** 255n - 19n;
const sign = 2n ** 255n;

/** `age1…`, the recipient that goes with a raw 32-byte Ed25519 public key. */
export function ageRecipientOf(publicKey: Uint8Array): string {
  return encodeBech32('age', x25519Of(publicKey));
}

/** The raw X25519 public key of a raw Ed25519 public key: u = (1 + y) / (1 - y). */
export function x25519Of(publicKey: Uint8Array): Uint8Array {
  const y = fromLittleEnd(publicKey) % sign;
  return toLittleEnd(modulo((1n + y) * power(modulo(1n - y), prime - 2n)));
}

function modulo(value: bigint): bigint {
  return ((value % prime) + prime) % prime;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

function fromLittleEnd(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function toLittleEnd(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(index * 8)) & 255n));
}
