// Plain text into an age file as it comes: the header is made by age-encryption, the payload is sealed by the cipher of Node
// where there is one, which takes a tenth of the time. Any age program opens it.

import { createCipheriv, getCiphers, hkdfSync, randomBytes } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Encrypter } from 'age-encryption';
import { required } from '../../src-shared/base/assert.ts';
import { chunkBytes, chunkNonce, tagBytes } from './open-chunk.ts';

const nonceBytes = 16;
/** Chunks given on in one piece, so that each is not written to the medium by itself. */
const together = 8;

/** @param nonce of this chunk only; nothing else is ever sealed with it */
export type Seal = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array) => Uint8Array;

/** Electron's BoringSSL has no ChaCha20-Poly1305 for `node:crypto`; then the one that age-encryption uses seals it. */
export function chooseSeal(ciphers: readonly string[] = getCiphers()): Seal {
  return ciphers.includes('chacha20-poly1305') ? sealWithNode : sealWithNoble;
}

/** @param recipient `age1…` */
export async function* sealAge(
  recipient: string,
  plain: AsyncIterable<Uint8Array>,
  seal: Seal = chooseSeal(),
): AsyncGenerator<Uint8Array> {
  const { header, fileKey } = await makeHeader(recipient);
  const nonce = randomBytes(nonceBytes);
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  yield Buffer.concat([header, nonce]);
  let index = 0;
  let sealed: Uint8Array[] = [];
  for await (const { chunk, isLast } of chunksOf(plain)) {
    sealed.push(seal(key, chunkNonce(index, isLast), chunk));
    index += 1;
    if (!isLast && sealed.length < together) continue;
    yield Buffer.concat(sealed);
    sealed = [];
  }
}

/** Of 64 KiB each; only the last is shorter, and only a text of nothing has an empty one. */
async function* chunksOf(plain: AsyncIterable<Uint8Array>) {
  let held = Buffer.alloc(0);
  for await (const piece of plain) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    let at = 0;
    // The last full chunk waits until it is known whether more follows.
    for (; held.length - at > chunkBytes; at += chunkBytes)
      yield { chunk: held.subarray(at, at + chunkBytes), isLast: false };
    held = held.subarray(at);
  }
  yield { chunk: held, isLast: true };
}

/** A second recipient is told the key of the file as every one is, and leaves no trace in the header. */
async function makeHeader(recipient: string): Promise<{ readonly header: Uint8Array; readonly fileKey: Uint8Array }> {
  const told: Uint8Array[] = [];
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  encrypter.addRecipient({
    wrapFileKey: async (fileKey) => {
      told.push(fileKey.slice());
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array());
  const header = empty.subarray(0, empty.length - nonceBytes - tagBytes);
  return { header, fileKey: required(told[0], 'every recipient is told the key') };
}

function sealWithNode(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
  const sealed = cipher.update(plain);
  cipher.final();
  return Buffer.concat([sealed, cipher.getAuthTag()]);
}

function sealWithNoble(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  return chacha20poly1305(key, nonce).encrypt(plain);
}
