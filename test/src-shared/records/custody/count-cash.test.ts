// The arithmetic of a cash count: whole fen, nothing lost between the lines and the sums.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCash, denominations } from '../../../../src-shared/records/custody/count-cash.ts';
import type { HeldCash } from '../../../../src-shared/records/custody/held-cash.ts';
import { holdsFor } from '../../../support/properties.ts';

const denomination = fc.constantFrom(...denominations);
const held: fc.Arbitrary<readonly HeldCash[]> = fc.array(
  fc
    .record({ denomination, count: fc.integer({ min: 1, max: 1_000 }), taken: fc.integer({ min: 0, max: 3 }) })
    .map(({ denomination: fen, count, taken }) => ({
      record: 'r',
      number: 'n',
      place: '保险柜',
      denomination: fen,
      count,
      takenFen: Math.min(taken, fen * count - 1),
    })),
);
const counted = fc.array(fc.record({ denomination, count: fc.integer({ min: 0, max: 1_000 }) }));

it('the difference is what was counted less all that the records hold, to the fen', () => {
  holdsFor(300, fc.tuple(held, counted), ([lines, found]) => {
    const { expectedFen, countedFen, differenceFen } = countCash(lines, found);
    const recorded = lines.reduce((sum, line) => sum + line.denomination * line.count - line.takenFen, 0);
    const seen = found.reduce((sum, line) => sum + line.denomination * line.count, 0);
    expect([expectedFen, countedFen, differenceFen]).toEqual([recorded, seen, seen - recorded]);
  });
});

it('each denomination stands in one line, and the lines add up to the sums', () => {
  holdsFor(300, fc.tuple(held, counted), ([records, found]) => {
    const { lines, openFen, expectedFen, countedFen } = countCash(records, found);
    expect(lines.map((line) => line.denomination)).toEqual(
      [...new Set(lines.map((line) => line.denomination))].sort((left, right) => right - left),
    );
    expect(openFen + lines.reduce((sum, line) => sum + line.denomination * line.expected, 0)).toBe(expectedFen);
    expect(lines.reduce((sum, line) => sum + line.denomination * line.counted, 0)).toBe(countedFen);
  });
});

it('counting exactly what is recorded leaves no difference', () => {
  holdsFor(300, held, (records) => {
    const whole = records.map((line) => ({ ...line, takenFen: 0 }));
    expect(countCash(whole, whole).differenceFen).toBe(0);
  });
});
