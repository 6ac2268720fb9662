// One chunk of an age payload (64 KiB and a tag of 16 bytes), opened by itself: its nonce is its number and whether it is
// the last one, so that no chunk can be moved, left out or cut off.

import { createDecipheriv, getCiphers } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

export const chunkBytes = 64 * 1024;
export const tagBytes = 16;

/** Null where the bytes are not what was sealed with this key under this nonce. */
export type OpenSealed = (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array) => Uint8Array | null;

/** Electron's BoringSSL has no ChaCha20-Poly1305 for `node:crypto`; then the one that age-encryption uses opens it. */
export function chooseOpen(ciphers: readonly string[] = getCiphers()): OpenSealed {
  return ciphers.includes('chacha20-poly1305') ? openWithNode : openWithNoble;
}

export function chunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function openWithNode(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return null; // The tag does not fit: damaged, moved or cut.
  }
}

function openWithNoble(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, nonce).decrypt(sealed);
  } catch {
    return null; // The same.
  }
}
