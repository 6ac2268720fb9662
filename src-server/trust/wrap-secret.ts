// Seals a secret for keeping in a database, so that whoever reads the database or a backup of it learns nothing: AES-256-GCM
// under a key that lies elsewhere, bound to the name of the secret, so that one cannot stand in for another.

import { createCipheriv, createDecipheriv, hash } from 'node:crypto';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

/** Bytes of a sealing key. */
export const sealingKeyBytes = 32;

/** `other_key`: sealed under another key. `damaged`: the right key, but not the bytes or the name that were sealed. */
export type UnwrapFailure = 'other_key' | 'damaged';

const version = 1;
const keyIdBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + nonceBytes;

/** Version, id of the key, nonce, sealed bytes, tag. @param name what the secret is for; needed again to open it */
export function wrapSecret(
  key: Uint8Array,
  name: string,
  secret: Uint8Array,
  randomBytes: (count: number) => Uint8Array,
): Uint8Array {
  const head = Buffer.concat([Buffer.of(version), keyId(key), randomBytes(nonceBytes)]);
  const cipher = createCipheriv('aes-256-gcm', key, head.subarray(1 + keyIdBytes)).setAAD(boundTo(head, name));
  return new Uint8Array(Buffer.concat([head, cipher.update(secret), cipher.final(), cipher.getAuthTag()]));
}

export function unwrapSecret(key: Uint8Array, name: string, wrapped: Uint8Array): Result<Uint8Array, UnwrapFailure> {
  if (wrapped.length < headBytes + tagBytes || wrapped[0] !== version) return err('damaged');
  const head = Buffer.from(wrapped.subarray(0, headBytes));
  if (!head.subarray(1, 1 + keyIdBytes).equals(keyId(key))) return err('other_key');
  const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(1 + keyIdBytes))
    .setAAD(boundTo(head, name))
    .setAuthTag(wrapped.subarray(wrapped.length - tagBytes));
  const opened = decipher.update(wrapped.subarray(headBytes, wrapped.length - tagBytes));
  try {
    return ok(new Uint8Array(Buffer.concat([opened, decipher.final()])));
  } catch {
    return err('damaged'); // The tag does not fit.
  }
}

/** Tells keys apart and nothing about them: a key is 32 bytes of chance. */
function keyId(key: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from('case-desk sealing key 1\n'), key]), 'buffer').subarray(
    0,
    keyIdBytes,
  );
}

function boundTo(head: Uint8Array, name: string): Buffer {
  return Buffer.concat([head, Buffer.from(name)]);
}
