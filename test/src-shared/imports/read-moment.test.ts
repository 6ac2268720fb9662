// Dates as ledgers write them: every style of every day is that day, and whatever is no day is refused.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoment } from '../../../src-shared/imports/read-moment.ts';
import { isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import { holdsFor } from '../../support/properties.ts';

const today = isoDate('2025-12-31');
const read = (cell: Parameters<typeof readMoment>[0], year: number | null = null) => readMoment(cell, year, today);

const dayNumber = fc.integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2025, 11, 31) / 86_400_000 });
const fullWidth = (text: string) =>
  text.replace(/[\d./:-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const chinese = (text: string) => text.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));

function styles(day: string): readonly (string | number | { readonly moment: string })[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d] = [Number(month), Number(date)];
  return [
    day,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    ` ${year} - ${month} - ${date} `,
    `${year}${month}${date}`,
    Number(`${year}${month}${date}`),
    `${year}年${m}月${d}日`,
    `${year}年${month}月${date}号`,
    `${year}年${m}月${d}日（星期五）`,
    `${year.slice(2)}-${month}-${date}`,
    `${year.slice(2)}.${m}.${d}`,
    fullWidth(`${year}/${m}/${d}`),
    `${chinese(year)}年${m}月${d}日`,
    Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569,
    { moment: `${day}T00:00:00` },
  ];
}

test('every day reads the same in every style', () => {
  holdsFor(200, dayNumber, (number) => {
    const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
    for (const cell of styles(day))
      expect(read(cell), String(cell)).toEqual({ ok: true, value: { date: day, time: null } });
  });
});

test('times stand behind days in every style', () => {
  holdsFor(100, fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 59 })), ([hour, minute]) => {
    const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    const half = hour < 12 ? '上午' : '下午';
    const cells = [
      `2025-03-28 ${clock}`,
      `2025.3.28  ${hour}:${clock.slice(3)}`,
      `2025年3月28日${hour}时${minute}分`,
      `2025/3/28 ${clock}:00`,
      `2025年3月28日 ${hour < 12 || hour === 12 ? '' : half}${hour > 12 ? hour - 12 : hour}点${minute}分`,
      { moment: `2025-03-28T${clock}:00` },
      45_744 + (hour * 60 + minute) / 1440,
    ];
    for (const cell of cells)
      expect(read(cell), String(cell)).toEqual({ ok: true, value: { date: '2025-03-28', time: clock } });
  });
});

test('a day without a year is of the year the ledger names, and of none when it names none', () => {
  for (const cell of ['3月28日', '3.28', '3-28', '3/28 '])
    expect(read(cell, 2025)).toEqual({ ok: true, value: { date: '2025-03-28', time: null } });
  expect(read('3月28日')).toMatchObject({ problem: { code: 'import_date_without_year' } });
});

test.each([
  ['2025-02-30', 'date_impossible'],
  ['去年冬天', 'import_date_unclear'],
  ['2025年3月', 'import_date_unclear'],
  ['28/03/2025', 'import_date_unclear'],
  ['2025-03-28 25:10', 'time_impossible'],
  ['2025-03-28 傍黑', 'import_date_unclear'],
  ['99-03-28', 'import_date_unclear'],
  [3.1, 'import_date_unclear'],
  [{ moment: '1899-12-30T14:05:00' }, 'import_date_unclear'],
])('%s is refused and not guessed', (cell, code) => {
  expect(read(cell, 2025)).toMatchObject({ ok: false, problem: { code } });
});

test('no text makes it fail, and what it gives is a day', () => {
  const likely = fc.string({ unit: fc.constantFrom(...'0123456789年月日时分.:/- 上午下') });
  holdsFor(500, fc.oneof(fc.string({ unit: 'binary' }), fc.double(), likely), (cell) => {
    const result = read(cell, 2025);
    if (result.ok) expect(result.value.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    else expect(result.problem.code).toMatch(/^(import_date|date_|time_)/);
  });
});
