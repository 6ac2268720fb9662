import { describe, expect, test } from 'vitest';
import {
  createSigner,
  createVerify,
  nodeCryptography,
  publicKeyOf,
} from '../../../src-node/trust/node-cryptography.ts';
import { bytesToHex, hexToBytes, textToBytes } from '../../../src-shared/base/bytes.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';

/** RFC 8032 section 7.1, test 2. */
const rfc8032 = {
  seed: hexToBytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  publicKey: hexToBytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  message: hexToBytes('72'),
  signature: hexToBytes(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
};

describe('Ed25519', () => {
  test('signs and checks as RFC 8032 says', () => {
    const signer = createSigner(toDeviceId('desk'), rfc8032.seed);
    expect(bytesToHex(signer.sign(rfc8032.message))).toBe(bytesToHex(rfc8032.signature));
    expect(bytesToHex(publicKeyOf(rfc8032.seed))).toBe(bytesToHex(rfc8032.publicKey));
    expect(createVerify()(rfc8032.publicKey, rfc8032.message, rfc8032.signature)).toBe(true);
  });

  test('accepts nothing else, and throws at nothing', () => {
    const verify = createVerify();
    const { publicKey, message, signature } = rfc8032;
    expect(verify(publicKey, textToBytes('s'), signature)).toBe(false);
    expect(
      verify(
        publicKey,
        message,
        signature.map((byte, index) => (index === 63 ? byte ^ 1 : byte)),
      ),
    ).toBe(false);
    expect(verify(publicKey, message, signature.subarray(1))).toBe(false);
    expect(verify(publicKey, message, new Uint8Array(0))).toBe(false);
    expect(verify(publicKey.subarray(1), message, signature)).toBe(false);
    expect(verify(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
    expect(verify(publicKey, message, signature)).toBe(true);
  });

  test('a seed of another length is a mistake of the program', () => {
    expect(() => createSigner(toDeviceId('desk'), new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('hash and chance', () => {
  test('SHA-256 as FIPS 180-4 gives it for abc', () => {
    expect(bytesToHex(nodeCryptography.sha256(textToBytes('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('random bytes come in the number asked for and differ', () => {
    expect(nodeCryptography.randomBytes(16).length).toBe(16);
    expect(bytesToHex(nodeCryptography.randomBytes(16))).not.toBe(bytesToHex(nodeCryptography.randomBytes(16)));
  });
});
