// What history needs from cryptography, as arguments: shared code holds no keys and rolls no dice.

import type { DeviceId } from './ids.ts';

export type Cryptography = {
  sha256(bytes: Uint8Array): Uint8Array;
  randomBytes(count: number): Uint8Array;
};

/** Signs in the name of one device; the private key never leaves whoever made the signer. */
export type Signer = {
  readonly algorithm: 'ed25519';
  readonly device: DeviceId;
  sign(bytes: Uint8Array): Uint8Array;
};

/** True when `signature` over `bytes` was made by the holder of the raw 32-byte Ed25519 `publicKey`. Never throws. */
export type Verify = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean;
