// Words of the registers.

import type { InEnglish } from '../in-english.ts';
import type { registersZh } from '../zh/registers.ts';

export const registersEn: InEnglish<typeof registersZh> = {
  note: 'read and print by period',
  title: 'Register: {{kind}}',
  others: 'Other registers',
  period: 'Period',
  wholeTime: 'Any time',
  print: 'Print the register',
  ordinal: 'No.',
  openRow: 'Open record {{number}}',
  shownSoFar: '{{count}} shown, there are more',
  more: 'Show more',
  none: 'No records in this period',
  noneBody: 'Choose another period, or a kind of work on the left to add one.',
};
