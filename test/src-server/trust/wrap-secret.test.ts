import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../../src-node/trust/node-cryptography.ts';
import { unwrapSecret, wrapSecret } from '../../../src-server/trust/wrap-secret.ts';
import { err, ok } from '../../../src-shared/base/result.ts';

const key = new Uint8Array(randomBytes(32));
const secret = new Uint8Array(randomBytes(32));
const wrap = (name = 'seed', content = secret) => wrapSecret(key, name, content, nodeCryptography.randomBytes);

describe('a sealed secret', () => {
  it('opens under its key and its name, is never sealed alike twice, and does not hold what it seals', () => {
    expect(unwrapSecret(key, 'seed', wrap())).toEqual(ok(secret));
    expect(wrap()).not.toEqual(wrap());
    expect(Buffer.from(wrap()).includes(Buffer.from(secret))).toBe(false);
    expect(unwrapSecret(key, 'seed', wrap('seed', new Uint8Array()))).toEqual(ok(new Uint8Array()));
  });

  it('says of another key that it is another one', () => {
    expect(unwrapSecret(new Uint8Array(randomBytes(32)), 'seed', wrap())).toEqual(err('other_key'));
  });

  it('does not open under another name, nor with any byte changed or missing', () => {
    const wrapped = wrap();
    expect(unwrapSecret(key, 'other', wrapped)).toEqual(err('damaged'));
    const openable = Array.from(wrapped, (byte, place) => unwrapSecret(key, 'seed', wrapped.with(place, byte ^ 1)).ok);
    expect(openable).toEqual(Array(wrapped.length).fill(false));
    for (const length of [0, 1, 36, wrapped.length - 1])
      expect(unwrapSecret(key, 'seed', wrapped.subarray(0, length))).toEqual(err('damaged'));
  });
});
