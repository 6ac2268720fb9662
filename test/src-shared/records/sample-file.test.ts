import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import { fillSample, type SampleFacts, sampleRecords } from '../../../src-shared/records/sample-file.ts';

const facts: SampleFacts = {
  today: isoDate('2026-03-01'),
  people: new Map([['chen', 'account-7']]),
  records: new Map([['wu', 'record-9']]),
};

describe('fillSample', () => {
  test('fills people, records, days and moments, however deep, and leaves the rest', () => {
    const given = {
      a: '@person chen',
      b: ['@record wu', { c: '@day -1', d: '@time +2 09:05' }],
      e: 'x@y',
      f: 1,
      g: null,
      h: true,
    };
    expect(fillSample(given, facts)).toEqual({
      a: 'account-7',
      b: ['record-9', { c: '2026-02-28', d: '2026-03-03T09:05' }],
      e: 'x@y',
      f: 1,
      g: null,
      h: true,
    });
  });

  test.each(['@person nobody', '@record none', '@day soon', '@moon 1'])('refuses %s', (place) => {
    expect(() => fillSample(place, facts)).toThrow(/broken invariant/);
  });
});

test('a sample file is refused with a step of no known form', () => {
  expect(sampleRecords.safeParse([{ kind: 'visit', content: {}, steps: [{ jump: 'x' }] }]).success).toBe(false);
});
