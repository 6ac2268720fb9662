import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, addYears, ageOn } from '../../../../src-shared/records/dates/add-months.ts';
import { formatDate, formatDateTime, formatWeekday } from '../../../../src-shared/records/dates/format-date.ts';
import {
  addDays,
  compareDates,
  daysBetween,
  isIsoDate,
  isoDate,
  isoToDays,
  weekdayOf,
} from '../../../../src-shared/records/dates/iso-date.ts';
import {
  addSeconds,
  compareDateTimes,
  epochMsToLocal,
  isIsoDateTime,
  isoDateTime,
  localToEpochMs,
  minutesBetween,
} from '../../../../src-shared/records/dates/iso-date-time.ts';

const anyDay = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

describe('IsoDate', () => {
  it.each(['2025-03-28', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0999-12-31',
    '2025-3-28',
    '20250328',
    '2025-03-28 ',
    '',
  ])('“%s” is no day', (text) => expect(isIsoDate(text)).toBe(false));

  it('agrees with the platform about every day of nine thousand years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = isoDate(day.toISOString().slice(0, 10));
        const days = Math.floor(day.getTime() / 86_400_000);
        expect([isoToDays(date), weekdayOf(date) % 7]).toEqual([days, day.getUTCDay()]);
        expect(addDays(isoDate('1970-01-01'), days)).toBe(date);
      }),
    );
  });

  it('counts and compares days', () => {
    expect(daysBetween(isoDate('2024-02-28'), isoDate('2024-03-01'))).toBe(2);
    expect(addDays(isoDate('2025-01-01'), -1)).toBe('2024-12-31');
    const days = ['2025-01-01', '2024-12-31', '2025-01-01'].map(isoDate);
    expect(days.toSorted(compareDates)).toEqual(['2024-12-31', '2025-01-01', '2025-01-01']);
  });

  it('leaving the four-digit years is a broken invariant', () => {
    expect(() => addDays(isoDate('9999-12-31'), 1)).toThrow('broken invariant');
  });
});

describe('months and years, Civil Code art. 202', () => {
  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
  ])('%s and %i months is %s', (start, months, end) => expect(addMonths(isoDate(start), months)).toBe(end));

  it('years and ages', () => {
    expect(addYears(isoDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(ageOn(isoDate('1949-12-31'), isoDate('2025-12-30'))).toBe(75);
    expect(ageOn(isoDate('1949-12-31'), isoDate('2025-12-31'))).toBe(76);
  });
});

describe('IsoDateTime', () => {
  it.each(['2025-03-28T00:00', '2025-03-28T23:59:59'])('%s is a moment', (text) =>
    expect(isIsoDateTime(text)).toBe(true),
  );
  it.each([
    '2025-03-28',
    '2025-03-28 14:05',
    '2025-03-28T24:00',
    '2025-03-28T14:60',
    '2025-03-28T14:05:60',
    '2025-02-29T00:00',
    '2025-03-28T14:05Z',
    '2025-03-28T14:05:00.000',
  ])('%s is no moment', (text) => expect(isIsoDateTime(text)).toBe(false));

  it('is China’s clock, eight hours ahead, in summer too', () => {
    expect(epochMsToLocal(0)).toBe('1970-01-01T08:00:00');
    expect(epochMsToLocal(Date.UTC(1988, 6, 1, 16, 0, 1, 999))).toBe('1988-07-02T00:00:01');
    expect(localToEpochMs(isoDateTime('2025-01-01T00:00'))).toBe(Date.UTC(2024, 11, 31, 16));
  });

  it('milliseconds to the clock and back loses only the fraction of a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000_000_000_000, max: 250_000_000_000_000 }), (ms) => {
        expect(localToEpochMs(epochMsToLocal(ms))).toBe(Math.floor(ms / 1000) * 1000);
      }),
    );
  });

  it('counts minutes, compares, moves', () => {
    const [start, end] = [isoDateTime('2025-01-01T23:30'), isoDateTime('2025-01-02T00:14:59')];
    expect([minutesBetween(start, end), minutesBetween(end, start)]).toEqual([44, -44]);
    expect(compareDateTimes(isoDateTime('2025-01-01T23:30'), isoDateTime('2025-01-01T23:30:00'))).toBe(0);
    expect([compareDateTimes(start, end), compareDateTimes(end, start)]).toEqual([-1, 1]);
    expect(addSeconds(start, 48 * 3600)).toBe('2025-01-03T23:30');
    expect(addSeconds(start, 61)).toBe('2025-01-01T23:31:01');
    expect(addSeconds(isoDateTime('2025-01-01T23:30:00'), 60)).toBe('2025-01-01T23:31:00');
  });
});

describe('formats', () => {
  const [date, moment] = [isoDate('2025-03-08'), isoDateTime('2025-03-08T14:05:09')];
  it('screen, document and ledger in both languages', () => {
    expect(formatDate(date, 'screen', 'zh')).toBe('2025-03-08');
    expect(formatDate(date, 'document', 'zh')).toBe('2025年3月8日');
    expect(formatDate(date, 'ledger', 'zh')).toBe('2025.03.08');
    expect(formatDate(date, 'document', 'en')).toBe('8 March 2025');
    expect(formatDateTime(moment, 'screen', 'en')).toBe('2025-03-08 14:05');
    expect(formatDateTime(moment, 'ledger', 'zh')).toBe('2025.03.08 14:05');
    expect(formatDateTime(moment, 'document', 'zh')).toBe('2025年3月8日14时05分');
    expect(formatDateTime(moment, 'document', 'en')).toBe('8 March 2025, 14:05');
  });
  it('weekdays', () => {
    expect(formatWeekday(isoDate('2025-03-28'), 'zh')).toBe('星期五');
    expect(formatWeekday(isoDate('2025-10-05'), 'en')).toBe('Sunday');
    expect(formatWeekday(isoDate('1900-01-01'), 'zh')).toBe('星期一');
  });
});
