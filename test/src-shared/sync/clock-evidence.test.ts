import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betterOffset,
  correctedTime,
  doubtfulFrom,
  isDoubtful,
  jumpBetween,
  offsetOf,
} from '../../../src-shared/sync/desk/clock-evidence.ts';
import { holdsFor } from '../../support/properties.ts';

describe('evidence about the clock', () => {
  test('[S35] is never off by more than it says', () => {
    const sample = fc.record({
      truth: fc.integer({ min: -1e12, max: 1e12 }),
      there: fc.nat(60_000),
      back: fc.nat(60_000),
      asked: fc.nat(2e12),
    });
    holdsFor(500, sample, ({ truth, there, back, asked }) => {
      const elapsed = there + back;
      const offset = offsetOf({ wall: asked + elapsed, elapsed, centre: asked + there + truth });
      expect(Math.abs(offset.offset - truth)).toBeLessThanOrEqual(offset.error + 1);
    });
  });

  test('[S35] prefers the sharper answer, and the newer one once the clock was set', () => {
    expect(betterOffset({ offset: 100, error: 50 }, { offset: 120, error: 10 })).toEqual({ offset: 120, error: 10 });
    expect(betterOffset({ offset: 100, error: 10 }, { offset: 130, error: 50 })).toEqual({ offset: 100, error: 10 });
    expect(betterOffset({ offset: 100, error: 10 }, { offset: 90_000, error: 50 })).toEqual({
      offset: 90_000,
      error: 50,
    });
  });

  test('[S35] calls a clock doubtful only when it surely is', () => {
    expect(isDoubtful({ offset: doubtfulFrom + 10, error: 20 })).toBe(false);
    expect(isDoubtful({ offset: -doubtfulFrom - 30, error: 20 })).toBe(true);
    expect(correctedTime(1_000, { offset: -5_000, error: 0 })).toBe(0);
    expect(correctedTime(1_000, { offset: 5_000, error: 0 })).toBe(6_000);
  });

  test('[S35] tells a jump from drift', () => {
    expect(jumpBetween({ wall: 0, steady: 0 }, { wall: 3_600_000 + 3_000, steady: 3_600_000 })).toBe(0);
    expect(jumpBetween({ wall: 0, steady: 0 }, { wall: -86_400_000, steady: 1_000 })).toBe(-86_401_000);
  });
});
