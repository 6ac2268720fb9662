// What a desk signs when it enrols: that it holds the key it names, for this code and no other.

import { textToBytes } from '../../base/bytes.ts';
import { normaliseLetters } from '../../base/code-letters.ts';
import type { DeviceId } from '../../history/ids.ts';
import type { Hashing } from './scope-chain.ts';

/** @param publicKey hexadecimal */
export function enrolmentSigningBytes(code: string, device: DeviceId, publicKey: string): Uint8Array {
  return textToBytes(`case-desk enrolment 1\n${code}\n${device}\n${publicKey}`);
}

/**
 * SHA-256 of `case-desk invite 1`, a line feed and the code as it was meant: all that the centre keeps of a code. Its 80
 * bits of chance need no slow hash.
 */
export function inviteHash(code: string, { sha256 }: Hashing): Uint8Array {
  return sha256(textToBytes(`case-desk invite 1\n${normaliseLetters(code)}`));
}
