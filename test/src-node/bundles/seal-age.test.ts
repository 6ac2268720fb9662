// What is sealed piece by piece is what every age program opens.

import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { chooseSeal, sealAge } from '../../../src-node/bundles/seal-age.ts';
import { ageIdentityOf } from '../../../src-node/trust/agree-keys.ts';
import { ageRecipientOf } from '../../../src-shared/bundles/age-recipient.ts';
import { centreKey, centreSeed, pseudoRandom } from '../../support/made-bundle.ts';

const chunk = 65_536;

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function opened(sealed: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of sealed) pieces.push(piece);
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentityOf(centreSeed));
  return decrypter.decrypt(new Uint8Array(Buffer.concat(pieces)));
}

test.each([
  ['of Node', ['chacha20-poly1305']],
  ['for Electron', []],
])('[U1] any length in any pieces comes back, with the cipher %s', async (_, ciphers) => {
  for (const length of [0, 1, chunk - 1, chunk, chunk + 1, 9 * chunk, 20 * chunk + 5]) {
    const plain = pseudoRandom(length, `of ${length}`);
    for (const size of [1_000, chunk, 300_000]) {
      const sealed = sealAge(ageRecipientOf(centreKey), inPieces(plain, size), chooseSeal(ciphers));
      expect(Buffer.compare(await opened(sealed), plain)).toBe(0);
    }
  }
});

test('[U1] no two files have the same key or nonce', async () => {
  const sealed = await Promise.all(
    [1, 2].map(async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of sealAge(ageRecipientOf(centreKey), inPieces(new Uint8Array(100), 100)))
        pieces.push(piece);
      return Buffer.concat(pieces).toString('hex');
    }),
  );
  expect(new Set(sealed.map((hex) => hex.slice(-200))).size).toBe(2);
});
