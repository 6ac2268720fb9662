// The arithmetic of a stock-take: nothing that should be there is left out, whatever was scanned in whatever order.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTypedNumber, labelCode, readLabel } from '../../../../src-shared/records/custody/label-code.ts';
import type { Piece } from '../../../../src-shared/records/custody/pieces.ts';
import { codeOf, type Scan, type StockLine, takeStock } from '../../../../src-shared/records/custody/take-stock.ts';
import { holdsFor } from '../../../support/properties.ts';

const id = (last: string) => `01hzzzzzzzzzzzzzzzzzzzzzz${last}`;
const records = fc.constantFrom(id('a'), id('b'), id('c'));
const place = fc.constantFrom('一号柜', '１号柜', '二号柜');

const pieces: fc.Arbitrary<readonly Piece[]> = fc.uniqueArray(
  fc.record({
    record: records,
    number: fc.constant('方岩所拾〔2025〕0001号'),
    piece: fc.constantFrom('wallet', 'keys', 'cash'),
    name: fc.constant('钱包'),
    place,
    seal: fc.constant(''),
    custodian: fc.constant(''),
    held: fc.boolean(),
  }),
  { selector: codeOf },
);
const scans: fc.Arbitrary<readonly Scan[]> = fc.array(
  fc.record({
    code: fc.oneof(
      records.map((record) => labelCode({ record, piece: null })),
      fc
        .tuple(records, fc.constantFrom('wallet', 'keys', 'cash'))
        .map(([record, piece]) => labelCode({ record, piece })),
      fc.constantFrom('12', '纸条'),
    ),
    at: fc.constantFrom('2025-03-28T10:00:00', '2025-03-28T10:00:01'),
  }),
);
const anything = fc.tuple(fc.option(place), pieces, scans);
const sorted = (lines: readonly StockLine[]) =>
  [...lines].sort((left, right) => (left.code + left.result < right.code + right.result ? -1 : 1));
const isHere = (piece: Piece, where: string | null) =>
  piece.held && (where === null || piece.place.normalize('NFKC') === where.normalize('NFKC'));

describe('a stock-take', () => {
  it('counts every piece that should be there exactly once, as found or as missing', () => {
    holdsFor(300, anything, ([where, all, seen]) => {
      const lines = takeStock(where, all, seen);
      const expected = all
        .filter((piece) => isHere(piece, where))
        .map(codeOf)
        .sort();
      const counted = lines.filter(({ result }) => result === 'found' || result === 'missing').map(({ code }) => code);
      expect(counted.sort()).toEqual(expected);
      expect(new Set(lines.map(({ code }) => code)).size).toBe(lines.length);
    });
  });

  it('does not depend on the order of the scans nor on scanning twice', () => {
    holdsFor(300, anything, ([where, all, seen]) => {
      const once = sorted(takeStock(where, all, seen));
      expect(sorted(takeStock(where, all, [...seen].reverse()))).toEqual(once);
      expect(sorted(takeStock(where, all, [...seen, ...seen]))).toEqual(once);
    });
  });

  it('never loses a scan: each stands in some line', () => {
    holdsFor(300, anything, ([where, all, seen]) => {
      const lines = takeStock(where, all, seen);
      for (const { code } of seen) {
        const label = readLabel(code);
        const isIn = (line: StockLine) =>
          line.result !== 'missing' && (line.code === code || (label !== null && line.piece?.record === label.record));
        expect(lines.some(isIn)).toBe(true);
      }
    });
  });

  it('misses nothing when everything was scanned, and more scans never make more missing', () => {
    holdsFor(300, anything, ([where, all, seen]) => {
      const missing = (made: readonly Scan[]) =>
        takeStock(where, all, made).filter(({ result }) => result === 'missing').length;
      const whole = all.map((piece) => ({ code: codeOf(piece), at: '2025-03-28T10:00:00' }));
      expect(missing(whole)).toBe(0);
      for (let count = 1; count <= seen.length; count += 1)
        expect(missing(seen.slice(0, count))).toBeLessThanOrEqual(missing(seen.slice(0, count - 1)));
    });
  });
});

describe('a label', () => {
  it('reads back what it was written from, also in the letters of a Chinese input method', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    for (const label of [
      { record: id('a'), piece: null },
      { record: id('a'), piece: 'e0123456789a' },
    ]) {
      expect(readLabel(labelCode(label))).toEqual(label);
      expect(readLabel(` ${wide(labelCode(label))}\n`)).toEqual(label);
    }
    expect(['', '12', '方岩所拾〔2025〕0001号', id('u'), `${id('a')}-`].map(readLabel)).toEqual(Array(5).fill(null));
  });

  it('may be typed as its number: whole, with year and serial, or the serial alone', () => {
    const number = '方岩所拾〔2025〕0012号';
    const right = [
      number,
      '方岩所拾[2025]0012号',
      '方岩所拾（2025） 0012号',
      '12',
      '0012',
      '2025-12',
      '２０２５－１２',
    ];
    expect(right.filter((typed) => !isTypedNumber(typed, number))).toEqual([]);
    const wrong = ['', '2', '2024-12', '112', '方岩所拾〔2025〕001号'];
    expect(wrong.filter((typed) => isTypedNumber(typed, number))).toEqual([]);
    expect(isTypedNumber('12', '方岩所拾〔2025〕临0012号')).toBe(false);
  });
});
