// What is hashed and what is signed, byte for byte. Every hash and signature but the change's own id begins with the
// name of its purpose, so that bytes made for one purpose never pass for another.

import { bytesToHex, textToBytes } from '../base/bytes.ts';
import type { Cryptography } from './cryptography.ts';
import type { ChangeId } from './ids.ts';
import { toChangeId } from './ids.ts';

const bodyPurpose = textToBytes('case-desk body 1\n');

/** SHA-256 of the header's bytes. */
export function changeId(headerBytes: Uint8Array, crypto: Cryptography): ChangeId {
  return toChangeId(bytesToHex(crypto.sha256(headerBytes)));
}

/** SHA-256 of `case-desk body 1`, a line feed, and the body's bytes, which hold their own salt. */
export function bodyHash(bodyBytes: Uint8Array, crypto: Cryptography): string {
  return bytesToHex(crypto.sha256(joinBytes(bodyPurpose, bodyBytes)));
}

/** What a device signs to vouch for a change and for its whole chain before it. */
export function changeSigningBytes(id: ChangeId): Uint8Array {
  return textToBytes(`case-desk change 1\n${id}`);
}

/** What a device signs to order an erasure, given the erasure's own bytes. */
export function erasureSigningBytes(bytes: Uint8Array, crypto: Cryptography): Uint8Array {
  return textToBytes(`case-desk erasure 1\n${bytesToHex(crypto.sha256(bytes))}`);
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first, 0);
  joined.set(second, first.length);
  return joined;
}
