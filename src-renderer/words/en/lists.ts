// Words of the lists.

import type { InEnglish } from '../in-english.ts';
import type { listsZh } from '../zh/lists.ts';

export const listsEn: InEnglish<typeof listsZh> = {
  count: '{{count}} records',
  count_one: '{{count}} record',
  new: 'New',
  toCustody: 'Go to custody',
  newFirst: 'Add the first',
  columns: 'Columns',
  usualColumns: 'Usual columns',
  column: {
    number: 'Number',
    title: 'Summary',
    status: 'Status',
    due: 'Due',
    occurredAt: 'When',
    updatedAt: 'Last change',
  },
  filters: 'Filters',
  officer: 'Handled by',
  colon: ': ',
  dateRange: '{{from}} to {{to}}',
  clearFilters: 'Clear filters',
  none: 'No records of {{kind}} yet',
  noneFound: 'No record fits these filters',
  noneFoundBody: 'Widen the dates or states, or press Ctrl+K to search all records.',
  unknownKind: 'This desk does not have the kind “{{kind}}”',
};
