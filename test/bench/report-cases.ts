// A report as somebody at the desk waits for it, on a full desk: the report of a month and of a year, with the period
// before, the year before, the year so far, what is counted by type, and the charts.

import { makeReport } from '../../src-main/reports/make-report.ts';
import { okValue } from '../support/ok-value.ts';
import type { BenchDesk } from './bench-desk.ts';
import { type Timed, timeEach } from './percentiles.ts';

const months = Array.from(
  { length: 24 },
  (_, at) => `${2024 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}`,
);
const years = ['2022', '2023', '2024', '2025'];

export function timeReports({ desk, person }: BenchDesk): readonly Timed[] {
  const make = (period: string) => okValue(makeReport(desk, person, { report: 'police_work', period }));
  return [
    timeEach("a month's report", months, make, 2),
    timeEach("a year's report, compared", [...years, ...years], make, 1),
  ];
}
