// Which report of which period is shown, as its address says it.

import { z } from 'zod';
import { key } from '../../src-shared/contract/inputs.ts';

const reportSearch = z.object({
  report: key.optional().catch(undefined),
  period: z.string().max(40).optional().catch(undefined),
});

export type ReportSearch = z.infer<typeof reportSearch>;

export function parseReportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  return reportSearch.parse(search);
}
