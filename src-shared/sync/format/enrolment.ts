// What a desk signs when it enrols: that it holds the key it names, for this code and no other.

import { textToBytes } from '../../base/bytes.ts';
import type { DeviceId } from '../../history/ids.ts';

/** @param publicKey hexadecimal */
export function enrolmentSigningBytes(code: string, device: DeviceId, publicKey: string): Uint8Array {
  return textToBytes(`case-desk enrolment 1\n${code}\n${device}\n${publicKey}`);
}
