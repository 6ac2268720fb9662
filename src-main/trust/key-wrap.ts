// Seals a small secret under a key with AES-256-GCM; what it belongs to is authenticated with it, so that a sealed key
// moved to another person's entry does not open.

import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from './random.ts';

export type Sealed = { readonly nonce: string; readonly sealed: string };

const tagBytes = 16;

export function seal(secret: Uint8Array, key: Uint8Array, belongsTo: string, random: Random): Sealed {
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongsTo, 'utf8'));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { nonce: Buffer.from(nonce).toString('base64'), sealed: sealed.toString('base64') };
}

/** Null when the key, the owner or a byte is not the one it was sealed with. */
export function unseal(box: Sealed, key: Uint8Array, belongsTo: string): Uint8Array | null {
  const bytes = Buffer.from(box.sealed, 'base64');
  const nonce = Buffer.from(box.nonce, 'base64');
  if (bytes.length < tagBytes || nonce.length !== 12) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongsTo, 'utf8'));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    return new Uint8Array(
      Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagBytes)), decipher.final()]),
    );
  } catch {
    return null; // The tag does not fit: the one failure `final` has.
  }
}
