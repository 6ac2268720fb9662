// One-time codes that a person can read aloud, write down and type: 80 bits in 16 letters and digits without look-alikes.

import { groupLetters, valuesToLetters } from '../../src-shared/base/code-letters.ts';

export const codeBytes = 10;

/** `XXXX-XXXX-XXXX-XXXX` from 10 random bytes. */
export function codeFromBytes(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const values = Array.from({ length: 16 }, (_, index) => Number((bits >> BigInt(75 - index * 5)) & 31n));
  return groupLetters(valuesToLetters(values));
}
