// The working-day calendar that comes with the product; a newer file replaces it whole.

import { addDays, type IsoDate, isoDate } from '../dates/iso-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** 2025: 国办发明电〔2024〕12号 of 12 November 2024; 2026: 国办发明电〔2025〕7号 of 4 November 2025. */
export const builtInCalendar: WorkingCalendar = {
  version: '2026.1',
  source: '国务院办公厅关于部分节假日安排的通知（国办发明电〔2024〕12号、〔2025〕7号）',
  years: {
    2025: {
      holidays: [
        ...daysFrom('2025-01-01', 1),
        ...daysFrom('2025-01-28', 8),
        ...daysFrom('2025-04-04', 3),
        ...daysFrom('2025-05-01', 5),
        ...daysFrom('2025-05-31', 3),
        ...daysFrom('2025-10-01', 8),
      ],
      workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map(isoDate),
    },
    2026: {
      holidays: [
        ...daysFrom('2026-01-01', 3),
        ...daysFrom('2026-02-15', 9),
        ...daysFrom('2026-04-04', 3),
        ...daysFrom('2026-05-01', 5),
        ...daysFrom('2026-06-19', 3),
        ...daysFrom('2026-09-25', 3),
        ...daysFrom('2026-10-01', 7),
      ],
      workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(isoDate),
    },
  },
};

function daysFrom(first: string, count: number): IsoDate[] {
  return Array.from({ length: count }, (_, index) => addDays(isoDate(first), index));
}
