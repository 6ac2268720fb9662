// Chance that can be repeated: the same seed gives the same salts, keys and so the same change ids.

import { createHash } from 'node:crypto';
import { createSigner, nodeCryptography, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import type { Cryptography, Signer } from '../../src-shared/history/cryptography.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';

/** Random bytes are SHA-256 of the seed and a counter; hashing is Node's own. */
export function createSeededCryptography(seed: string): Cryptography {
  let drawn = 0;
  return {
    sha256: nodeCryptography.sha256,
    randomBytes: (count) => {
      const blocks: Buffer[] = [];
      for (let bytes = 0; bytes < count; bytes += 32) {
        blocks.push(sha256(`${seed}/${drawn}`));
        drawn += 1;
      }
      return new Uint8Array(Buffer.concat(blocks).subarray(0, count));
    },
  };
}

/** The key of a test device, made from its name alone. */
export function testSigner(device: DeviceId): Signer {
  return createSigner(device, sha256(`key of ${device}`));
}

export function testPublicKey(device: DeviceId): Uint8Array {
  return publicKeyOf(sha256(`key of ${device}`));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
