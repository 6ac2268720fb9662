import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../../src-shared/records/deadlines/built-in-calendar.ts';
import { parseCalendar } from '../../../../src-shared/records/deadlines/parse-calendar.ts';

const file = (year: object, key = '2027') => ({ version: '2027.1', source: '通知', years: { [key]: year } });

describe('parseCalendar', () => {
  it('reads back the built-in calendar, as text and as a value', () => {
    expect(parseCalendar(JSON.stringify(builtInCalendar))).toEqual({ ok: true, value: builtInCalendar });
    expect(parseCalendar(`\uFEFF${JSON.stringify(builtInCalendar)}`)).toEqual({ ok: true, value: builtInCalendar });
    expect(parseCalendar(builtInCalendar)).toEqual({ ok: true, value: builtInCalendar });
  });

  it('keeps the mark of a provisional year', () => {
    const calendar = file({ holidays: ['2027-01-01'], workdays: [], provisional: true });
    expect(parseCalendar(calendar)).toEqual({ ok: true, value: calendar });
  });

  it.each([
    ['not json', '{'],
    ['a number', 3],
    ['null', null],
    ['a missing list', file({ holidays: [] })],
    ['an unknown key', { ...file({ holidays: [], workdays: [] }), extra: 1 }],
    ['a year that is none', file({ holidays: [], workdays: [] }, 'x')],
    ['a file far too large', ' '.repeat(2_000_000)],
  ])('%s is no calendar', (_name, json) => {
    expect(parseCalendar(json)).toEqual({ ok: false, problem: { code: 'calendar_form' } });
  });

  it('names every wrong date', () => {
    const wrong = file({
      holidays: ['2027-02-30', '2026-01-01', '2027-10-01', '2027-10-01'],
      workdays: ['2027-10-01', '2027-10-08', '2027-10-09'],
    });
    expect(parseCalendar(wrong)).toEqual({
      ok: false,
      problem: {
        code: 'invalid_fields',
        facts: { count: 5 },
        causes: [
          { code: 'calendar_date', path: 'years/2027/holidays/0', facts: { text: '2027-02-30' } },
          { code: 'calendar_wrong_year', path: 'years/2027/holidays/1', facts: { date: '2026-01-01', year: '2027' } },
          { code: 'calendar_date_twice', path: 'years/2027/holidays/3', facts: { date: '2027-10-01' } },
          { code: 'calendar_date_twice', path: 'years/2027/workdays/0', facts: { date: '2027-10-01' } },
          { code: 'calendar_workday_on_weekday', path: 'years/2027/workdays/1', facts: { date: '2027-10-08' } },
        ],
      },
    });
  });
});
