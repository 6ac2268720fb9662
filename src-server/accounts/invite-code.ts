// One-time codes that a person can read aloud, write down and type: 80 bits in 16 letters and digits without look-alikes.

/** Crockford's alphabet: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeBytes = 10;

/** `XXXX-XXXX-XXXX-XXXX` from 10 random bytes. */
export function codeFromBytes(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 16 }, (_, index) => alphabet[Number((bits >> BigInt(75 - index * 5)) & 31n)]);
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** As it was meant: blanks and hyphens gone, small letters raised, look-alikes read as what they look like. */
export function normaliseCode(text: string): string {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '');
  return letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
