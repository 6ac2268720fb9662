// Bech32 (BIP 173), as age writes its keys: a prefix, data in groups of five bits, six letters that find any slip.

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** @param prefix lower case */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const groups = inFives(bytes);
  const check = checkOf([...expanded(prefix), ...groups, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checkGroups = [25, 20, 15, 10, 5, 0].map((shift) => (check >>> shift) & 31);
  return `${prefix}1${[...groups, ...checkGroups].map((group) => letters[group]).join('')}`;
}

function inFives(bytes: Uint8Array): readonly number[] {
  const groups: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      groups.push((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) groups.push((held << (5 - bits)) & 31);
  return groups;
}

function expanded(prefix: string): readonly number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

function checkOf(groups: readonly number[]): number {
  let check = 1;
  for (const group of groups) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ group;
    for (const [bit, generator] of generators.entries()) {
      if (((top >>> bit) & 1) === 1) check ^= generator;
    }
  }
  return check;
}
