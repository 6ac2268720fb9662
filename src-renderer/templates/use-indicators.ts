// The figures of the reports, as the desk knows them.

import type { ReportsView } from '../../src-shared/contract/report-views.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';

const none: ReportsView['indicators'] = [];

export function useIndicators(): ReportsView['indicators'] {
  const { queries } = useDesk();
  return useAsk(queries.reports.definitions.queryOptions()).data?.indicators ?? none;
}
