// Receipt codes: what a person mistypes is found, and a code fits one bundle of one desk at one centre.

import { createHmac, hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../../src-node/trust/node-cryptography.ts';
import { bytesToHex, textToBytes } from '../../../src-shared/base/bytes.ts';
import { err } from '../../../src-shared/base/result.ts';
import { deriveKey, hmacSha256 } from '../../../src-shared/bundles/keyed-hash.ts';
import {
  makeReceiptCode,
  type ReceiptFacts,
  readReceiptCode,
  receiptCodeFits,
  receiptCodeKey,
} from '../../../src-shared/bundles/receipt-code.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import { okValue } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const key = receiptCodeKey(new Uint8Array(32).fill(7), nodeCryptography);
const facts: ReceiptFacts = {
  centre: toDeviceId('centre-1'),
  device: toDeviceId('desk-1'),
  number: 7,
  manifest: 'ab'.repeat(32),
};

const anyFacts: fc.Arbitrary<ReceiptFacts> = fc.record({
  centre: fc.constantFrom('centre-1', 'centre-2').map(toDeviceId),
  device: fc.constantFrom('desk-1', 'desk-2', 'desk-3').map(toDeviceId),
  number: fc.integer({ min: 1, max: 1_000_000 }),
  manifest: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex),
});
const anyPlaces = fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 5 });

const codeOf = (said: ReceiptFacts, except: readonly number[] = []) =>
  makeReceiptCode(said, except, key, nodeCryptography);
const fits = (text: string, said: ReceiptFacts, by = key) =>
  receiptCodeFits(okValue(readReceiptCode(text)), said, by, nodeCryptography);
const lettersOf = (code: string) => [...code.replaceAll('-', '')];

describe('a receipt code', () => {
  it('[U20] is sixteen letters in groups, the same today and in ten years', () => {
    expect(codeOf(facts)).toBe('007F-RVTC-JVCQ-3F8D');
    expect(codeOf(facts, [17, 3])).toBe('007B-F5F6-HRKS-W9DT/3,17');
  });

  it('[U20] fits what it was made for, as it is read aloud or typed', () => {
    holdsFor(300, anyFacts, (said) => {
      const code = codeOf(said);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(fits(code, said)).toBe(true);
      const typed = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
      expect(fits(typed, said)).toBe(true);
      const fullWidth = code.replaceAll(/[0-9A-Z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));
      expect(fits(fullWidth, said)).toBe(true);
    });
  });

  it('[U20] with any one letter wrong is known to be mistyped', () => {
    holdsFor(60, anyFacts, (said) => {
      const letters = lettersOf(codeOf(said));
      for (const [place, right] of letters.entries())
        for (const wrong of alphabet) {
          if (wrong === right) continue;
          expect(readReceiptCode(letters.with(place, wrong).join(''))).toEqual(err({ code: 'receipt_code_mistyped' }));
        }
    });
  });

  it('[U20] with any two letters exchanged, neighbours or not, is known to be mistyped', () => {
    holdsFor(300, anyFacts, (said) => {
      const letters = lettersOf(codeOf(said));
      for (const [first, one] of letters.entries())
        for (const [second, other] of letters.entries()) {
          if (first >= second || one === other) continue;
          const exchanged = letters.with(first, other).with(second, one).join('');
          expect(readReceiptCode(exchanged)).toEqual(err({ code: 'receipt_code_mistyped' }));
        }
    });
  });

  it('with a letter too few, too many or of another alphabet is known to be mistyped', () => {
    const code = codeOf(facts);
    for (const typed of ['', code.slice(1), `${code}0`, code.replace(/^./, 'U'), code.replace(/.$/, '码')])
      expect(readReceiptCode(typed)).toEqual(err({ code: 'receipt_code_mistyped' }));
  });

  it('says of which stick it is, and fits no other desk, bundle or centre', () => {
    holdsFor(300, fc.tuple(anyFacts, anyFacts), ([said, other]) => {
      const code = codeOf(said);
      expect(okValue(readReceiptCode(code)).number).toBe(said.number % 32_768);
      for (const name of ['centre', 'device', 'number', 'manifest'] as const) {
        const mixed = { ...said, [name]: other[name] };
        expect(fits(code, mixed)).toBe(mixed[name] === said[name]);
      }
    });
  });

  it('names what was not taken in, and fits no other list of it', () => {
    holdsFor(300, fc.tuple(anyFacts, anyPlaces, anyPlaces), ([said, except, other]) => {
      const code = codeOf(said, except);
      const read = okValue(readReceiptCode(code));
      expect(read.except).toEqual(except.toSorted((left, right) => left - right));
      expect(fits(code, said)).toBe(true);
      const [letters = ''] = code.split('/');
      const isSame = codeOf(said, other) === code;
      expect(fits(other.length === 0 ? letters : `${letters} / ${other.join('，')}`, said)).toBe(isSame);
    });
  });

  it('with a list that is none is known to be mistyped', () => {
    const [letters = ''] = codeOf(facts).split('/');
    for (const typed of ['/', '/0', '/x', '/3/4', `/${Array.from({ length: 41 }, (_, at) => at + 1).join(',')}`])
      expect(readReceiptCode(letters + typed)).toEqual(err({ code: 'receipt_code_mistyped' }));
  });

  it('cannot be worked out with another key', () => {
    const other = receiptCodeKey(new Uint8Array(32).fill(8), nodeCryptography);
    expect(fits(codeOf(facts), facts, other)).toBe(false);
  });
});

describe('the hash behind it', () => {
  it('[U20] is the HMAC and the HKDF that every other program knows', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    holdsFor(100, fc.tuple(bytes, bytes), ([secret, message]) => {
      const hmac = createHmac('sha256', secret).update(message).digest();
      expect(hmacSha256(secret, message, nodeCryptography)).toEqual(new Uint8Array(hmac));
      const derived = hkdfSync('sha256', secret, Buffer.alloc(0), textToBytes('one purpose'), 32);
      expect(deriveKey(secret, 'one purpose', nodeCryptography)).toEqual(new Uint8Array(derived));
    });
  });
});
