// Ids of records and of list entries: never guessable, never the same on two desks.

import type { Cryptography } from '../../src-shared/history/cryptography.ts';

/** Crockford's alphabet in small letters. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 128 bits: 48 of time (ms), so that records of one day lie together, and 80 of chance. */
export function newRecordId(now: number, crypto: Cryptography): string {
  return digits(BigInt(now), 10) + digits(chance(crypto, 10), 16);
}

/** 55 bits of chance after a letter: entries are only told apart inside one record. */
export function newEntryId(crypto: Cryptography): string {
  return `e${digits(chance(crypto, 8), 11)}`;
}

function chance(crypto: Cryptography, bytes: number): bigint {
  return BigInt(`0x${Buffer.from(crypto.randomBytes(bytes)).toString('hex')}`);
}

function digits(value: bigint, length: number): string {
  let text = '';
  for (let rest = value, at = 0; at < length; at += 1, rest >>= 5n) text = alphabet.charAt(Number(rest & 31n)) + text;
  return text;
}
