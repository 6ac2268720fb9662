import { expect, test } from 'vitest';
import { outlived } from '../../../src-main/backups/roll-backups.ts';
import { at } from '../../support/test-desk.ts';

function made(local: string, good = true) {
  return { name: local, at: at(`${local}:00`), good };
}

test('the last of each day and of each week stays', () => {
  const backups = [
    made('2025-03-03T18:00'),
    made('2025-03-07T18:00'),
    made('2025-03-14T18:00'),
    made('2025-03-20T09:00'),
    made('2025-03-20T18:00'),
    made('2025-03-21T09:00'),
    made('2025-03-21T18:00'),
  ];
  const gone = outlived(backups, { daily: 2, weekly: 3 });
  expect(gone.toSorted()).toEqual(['2025-03-03T18:00', '2025-03-20T09:00', '2025-03-21T09:00']);
});

test('the newest good backup stays however old it is', () => {
  expect(outlived([made('2025-01-01T00:00')], { daily: 1, weekly: 0 })).toEqual([]);
});

test('backups that were found faulty push no good one out, and go when a newer good one is there', () => {
  const good = made('2025-03-03T18:00');
  const faulty = [made('2025-03-04T18:00', false), made('2025-03-05T18:00', false)];
  expect(outlived([good, ...faulty], { daily: 1, weekly: 0 })).toEqual([]);
  const newer = made('2025-03-06T18:00');
  expect(outlived([good, ...faulty, newer], { daily: 1, weekly: 0 }).toSorted()).toEqual([
    '2025-03-03T18:00',
    '2025-03-04T18:00',
    '2025-03-05T18:00',
  ]);
});

test('without a good one nothing goes', () => {
  expect(outlived([made('2025-03-04T18:00', false), made('2025-03-05T18:00', false)], { daily: 1, weekly: 1 })).toEqual(
    [],
  );
});
