// A period as the window is given it: its name, its days, and the text that asks for it again.

import type { PeriodView } from '../../src-shared/contract/report-views.ts';
import { type Period, periodText } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';

export function periodView(period: Period): PeriodView {
  return { text: periodText(period), label: periodWords(period), first: period.first, last: period.last };
}
