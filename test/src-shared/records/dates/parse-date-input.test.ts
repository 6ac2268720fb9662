import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../../src-shared/records/dates/iso-date.ts';
import { parseDateInput } from '../../../../src-shared/records/dates/parse-date-input.ts';
import { parseDateTimeInput } from '../../../../src-shared/records/dates/parse-date-time-input.ts';

const today = isoDate('2025-03-28');

describe('parseDateInput', () => {
  it.each([
    ['20250328', '2025-03-28'],
    ['2025/3/28', '2025-03-28'],
    ['2025-3-28', '2025-03-28'],
    ['2025-03-28', '2025-03-28'],
    ['2025.3.28', '2025-03-28'],
    ['3.28', '2025-03-28'],
    ['3/8', '2025-03-08'],
    ['2025年3月28日', '2025-03-28'],
    ['2025 年 3 月 28 日', '2025-03-28'],
    ['3月28号', '2025-03-28'],
    ['２０２５／３／２８', '2025-03-28'],
    ['２０２５０３２８', '2025-03-28'],
    [' 今天 ', '2025-03-28'],
    ['昨天', '2025-03-27'],
    ['前天', '2025-03-26'],
    ['Tomorrow', '2025-03-29'],
  ])('%s is %s', (text, date) => expect(parseDateInput(text, today)).toEqual({ ok: true, value: date }));

  it('昨天 on the first of January is last year', () => {
    expect(parseDateInput('昨天', isoDate('2025-01-01'))).toEqual({ ok: true, value: '2024-12-31' });
  });

  it.each([
    ['2025-02-29', 'date_impossible'],
    ['2.30', 'date_impossible'],
    ['20251301', 'date_impossible'],
    ['00000101', 'date_impossible'],
    ['', 'date_form'],
    ['春节', 'date_form'],
    ['2025-3/28', 'date_form'],
    ['250328', 'date_form'],
    ['2025-03-28T10:00', 'date_form'],
  ])('“%s” is refused as %s', (text, code) => {
    expect(parseDateInput(text, today)).toEqual({ ok: false, problem: { code, facts: { text } } });
  });

  it('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseDateInput(text, today).ok).toBe('boolean');
        expect(typeof parseDateTimeInput(text, today).ok).toBe('boolean');
      }),
    );
  });
});

describe('parseDateTimeInput', () => {
  it.each([
    ['2025-03-28 14:05', '2025-03-28T14:05'],
    ['2025-03-28T14:05:09', '2025-03-28T14:05:09'],
    ['202503281405', '2025-03-28T14:05'],
    ['20250328 9:05', '2025-03-28T09:05'],
    ['2025年3月28日14时05分', '2025-03-28T14:05'],
    ['2025年3月28日14时05分30秒', '2025-03-28T14:05:30'],
    ['3.27 23：40', '2025-03-27T23:40'],
    ['昨天 23:40', '2025-03-27T23:40'],
    ['昨天23点', '2025-03-27T23:00'],
    ['23:40', '2025-03-28T23:40'],
    ['２３：４０', '2025-03-28T23:40'],
    ['yesterday 7:05', '2025-03-27T07:05'],
  ])('%s is %s', (text, moment) => expect(parseDateTimeInput(text, today)).toEqual({ ok: true, value: moment }));

  it.each([
    ['2025-03-28', 'time_form'],
    ['', 'time_form'],
    ['昨天晚上', 'time_form'],
    ['3.28 24:00', 'time_impossible'],
    ['14:60', 'time_impossible'],
    ['2025-02-30 10:00', 'date_impossible'],
    ['某日 10:00', 'date_form'],
  ])('“%s” is refused as %s', (text, code) => {
    expect(parseDateTimeInput(text, today)).toMatchObject({ ok: false, problem: { code } });
  });
});
