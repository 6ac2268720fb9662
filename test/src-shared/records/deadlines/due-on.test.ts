import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isIsoDate, isoDate } from '../../../../src-shared/records/dates/iso-date.ts';
import { isoDateTime } from '../../../../src-shared/records/dates/iso-date-time.ts';
import { builtInCalendar } from '../../../../src-shared/records/deadlines/built-in-calendar.ts';
import { dueOn } from '../../../../src-shared/records/deadlines/due-on.ts';
import { calendarDay } from '../../../../src-shared/records/deadlines/working-calendar.ts';
import type { DeadlineRule } from '../../../../src-shared/records/workflow.ts';
import vectors from '../../../support/vectors.json' with { type: 'json' };

const shared: Readonly<Record<string, DeadlineRule>> = {
  '+1y': { years: 1 },
  '+30d,holiday-shift': { days: 30, shiftFromHoliday: true },
  '+3wd': { workingDays: 3 },
};

function due(rule: DeadlineRule, start: string, warnDays: readonly number[] = []) {
  return dueOn(rule, isIsoDate(start) ? start : isoDateTime(start), builtInCalendar, warnDays);
}

describe('dueOn, Civil Code arts. 201 to 203', () => {
  it.each(vectors.deadlines)('$rule from $from is $to', ({ rule, from, to }) => {
    expect(due(shared[rule] ?? {}, from).day).toBe(to);
  });

  it.each<[string, DeadlineRule, string, string]>([
    ['six months of a freeze', { months: 6 }, '2023-08-31', '2024-02-29'],
    ['15 days of a petition', { days: 15, shiftFromHoliday: true }, '2025-08-17', '2025-09-01'],
    ['60 days of a petition', { days: 60, shiftFromHoliday: true }, '2025-01-15', '2025-03-17'],
    ['30 days of an announcement', { days: 30, shiftFromHoliday: true }, '2025-09-05', '2025-10-09'],
    ['3 working days at the bank', { workingDays: 3 }, '2025-09-30', '2025-10-11'],
    ['5 working days of an objection', { workingDays: 5 }, '2025-09-26', '2025-10-10'],
    ['2 months from the 31st', { months: 2 }, '2025-12-31', '2026-02-28'],
    ['1 year from a leap day', { years: 1 }, '2024-02-29', '2025-02-28'],
    ['no days at all', { days: 0 }, '2025-03-28', '2025-03-28'],
  ])('%s', (_name, rule, start, day) => expect(due(rule, start).day).toBe(day));

  it('a found-property notice shows both its last day and the working day after it', () => {
    expect(due({ years: 1 }, '2025-03-28')).toEqual({
      lastDay: '2026-03-28',
      shiftedDay: '2026-03-30',
      day: '2026-03-28',
      endsAt: '2026-03-29T00:00',
      reminders: [],
      provisional: false,
      shiftProvisional: false,
    });
  });

  it('a renewal is remembered ten days before', () => {
    expect(due({ months: 6 }, '2023-03-22', [3, 10])).toMatchObject({
      day: '2023-09-22',
      reminders: ['2023-09-12', '2023-09-19'],
    });
  });

  it('48 hours run from the moment, a second stop from the end of the first', () => {
    const first = due({ hours: 48 }, '2025-01-01T23:30:00');
    expect(first).toMatchObject({ day: '2025-01-03', endsAt: '2025-01-03T23:30:00' });
    expect(dueOn({ hours: 48 }, first.endsAt, builtInCalendar).endsAt).toBe('2025-01-05T23:30:00');
    expect(due({ hours: 24 }, '2025-01-01').endsAt).toBe('2025-01-02T00:00');
  });

  it('a limit in days ends at 24:00, whatever the hour it began', () => {
    expect(due({ days: 1 }, '2025-03-28T23:59').endsAt).toBe('2025-03-30T00:00');
  });

  it('a needed year without a calendar makes the day provisional, and only weekends count', () => {
    expect(due({ workingDays: 3 }, '2027-09-30')).toMatchObject({ day: '2027-10-05', provisional: true });
    expect(due({ workingDays: 1 }, '2026-12-31')).toMatchObject({ day: '2027-01-01', provisional: true });
    expect(due({ days: 30, shiftFromHoliday: true }, '2027-01-01')).toMatchObject({ provisional: true });
    expect(due({ days: 30 }, '2027-01-01')).toMatchObject({ provisional: false, shiftProvisional: true });
    expect(due({ workingDays: 3 }, '2026-09-30')).toMatchObject({ day: '2026-10-10', provisional: false });
  });

  it('a year filled in before its notice is provisional too', () => {
    const year = { holidays: [isoDate('2027-01-01')], workdays: [], provisional: true };
    const calendar = { ...builtInCalendar, years: { ...builtInCalendar.years, 2027: year } };
    expect(dueOn({ workingDays: 1 }, isoDate('2026-12-31'), calendar)).toMatchObject({
      day: '2027-01-04',
      provisional: true,
    });
  });

  it.each<DeadlineRule>([{}, { days: 1, months: 1 }, { days: -1 }, { days: 1.5 }])(
    'the rule %j is a broken invariant',
    (rule) => {
      expect(() => due(rule, '2025-01-01')).toThrow('broken invariant');
    },
  );

  it('a shifted day is worked, never earlier, and everything between is off', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((days) => addDays(isoDate('2025-01-01'), days));
    fc.assert(
      fc.property(start, (date) => {
        const { lastDay, day } = due({ days: 0, shiftFromHoliday: true }, date);
        const skipped = Array.from({ length: daysBetween(lastDay, day) }, (_, index) => addDays(lastDay, index));
        expect(calendarDay(day, builtInCalendar).isWorked).toBe(true);
        expect(skipped.map((off) => calendarDay(off, builtInCalendar).isWorked)).not.toContain(true);
      }),
    );
  });
});

describe('builtInCalendar', () => {
  it.each([
    ['2025', 365, 248],
    ['2026', 365, 248],
  ])('%s has %i days, %i of them worked', (year, days, worked) => {
    const first = isoDate(`${year}-01-01`);
    const all = Array.from({ length: days }, (_, index) => calendarDay(addDays(first, index), builtInCalendar));
    expect(all.filter(({ isWorked }) => isWorked)).toHaveLength(worked);
    expect(all.some(({ provisional }) => provisional)).toBe(false);
  });
});
