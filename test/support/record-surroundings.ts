// The world around a record in tests: a fixed clock, two officers, the built-in calendar, ids that count.

import { codeLists } from '../../src-shared/records/code-lists.ts';
import { isoDateTime } from '../../src-shared/records/dates/iso-date-time.ts';
import { builtInCalendar } from '../../src-shared/records/deadlines/built-in-calendar.ts';
import type { Surroundings } from '../../src-shared/records/record-context.ts';

const officers: Readonly<Record<string, string>> = { 'officer-1': '陈一', 'officer-2': '何二', 'officer-3': '沈三' };

export function surroundings(given: Partial<Surroundings> = {}): Surroundings {
  return {
    now: isoDateTime('2025-03-28T23:40'),
    calendar: builtInCalendar,
    codeLists,
    officerName: (id) => officers[id] ?? null,
    officerMatches: ({ name }) => Object.values(officers).includes(String(name)),
    linked: (record) =>
      record === 'record-1' ? { number: '方岩所案字〔2025〕0001号', title: '旧案', done: true } : null,
    unit: { name: '方岩派出所', code: '330784', phone: '0579-87000000' },
    created: { by: 'officer-1', at: isoDateTime('2025-03-28T23:30') },
    ...given,
  };
}

/** `id-1`, `id-2`, … */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
}
