import { describe, expect, it } from 'vitest';
import { checkTyped } from '../../../src-renderer/forms/check-typed.ts';
import { readMoment } from '../../../src-renderer/forms/controls/read-moment.ts';
import { readNumber } from '../../../src-renderer/forms/controls/read-number.ts';
import { startContent } from '../../../src-renderer/forms/start-content.ts';
import { isoDateTime } from '../../../src-shared/records/dates/iso-date-time.ts';
import { foundItem } from '../../../src-shared/records/kinds/found-item.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { countingIds } from '../../support/record-surroundings.ts';

const now = isoDateTime('2025-03-28T23:40:12');

describe('dates as people type them', () => {
  it.each([
    ['20250328', '2025-03-28'],
    ['2025/3/28', '2025-03-28'],
    ['3.28', '2025-03-28'],
    ['３．２８', '2025-03-28'],
    ['今天', '2025-03-28'],
    ['昨天', '2025-03-27'],
    ['', null],
  ])('%s is %s', (typed, stored) => {
    expect(readMoment('date', typed, now)).toBe(stored);
  });

  it.each([
    ['3.28 23:10', '2025-03-28T23:10'],
    ['14:05', '2025-03-28T14:05'],
    ['昨天 9:30', '2025-03-27T09:30'],
    ['202503282310', '2025-03-28T23:10'],
    ['现在', '2025-03-28T23:40'],
  ])('with a time, %s is %s', (typed, stored) => {
    expect(readMoment('dateTime', typed, now)).toBe(stored);
  });

  it('stay as typed while they cannot be read', () => {
    expect(readMoment('date', '3.', now)).toBe('3.');
    expect(readMoment('dateTime', '3.28', now)).toBe('3.28');
  });
});

describe('numbers and amounts', () => {
  it.each([
    ['1234.5', 123_450],
    ['１，２３４．５０', 123_450],
    ['1.2万元', 1_200_000],
    ['0', 0],
    ['', null],
    ['12.345', '12.345'],
    ['-5', '-5'],
  ])('money %s is kept as %s', (typed, stored) => {
    expect(readNumber('money', typed)).toBe(stored);
  });

  it.each([
    ['１２', 12],
    ['1,000', 1000],
    ['两个', '两个'],
    ['1.5', '1.5'],
  ])('a whole number %s is kept as %s', (typed, stored) => {
    expect(readNumber('integer', typed)).toBe(stored);
  });
});

it('finds every text that is no date, amount or number yet, in the form and inside its entries', () => {
  const typed = {
    received_at: '3.28',
    keep_until: '2.30',
    things: [{ id: 'a', quantity: '两个', price: '12.345' }],
    owner: { name: '黎女士' },
  };
  expect(checkTyped(parcel.fields, typed, now).map(({ code, path }) => [path, code])).toEqual([
    ['received_at', 'time_form'],
    ['things/a/quantity', 'number_not_whole'],
    ['things/a/price', 'yuan_fraction_of_fen'],
    ['keep_until', 'date_impossible'],
  ]);
});

it('begins a new record with the moment, the person at the desk and one blank entry where one is needed', () => {
  const start = startContent(foundItem.fields, { now, me: 'officer-1', basis: 'statutory_duty', newId: countingIds() });
  expect(start).toEqual({
    handed_in_at: '2025-03-28T23:40',
    receiver: 'officer-1',
    finders: [{ id: 'id-1', order: 1000 }],
    items: [{ id: 'id-2', order: 1000 }],
    handler: 'officer-1',
    basis: 'statutory_duty',
  });
});
