import type { InEnglish } from '../in-english.ts';
import type { auditZh } from '../zh/audit.ts';

export const auditEn: InEnglish<typeof auditZh> = {
  note: 'Who did what, and when; it only grows, each line chained to the one before',
  filters: 'Filter the log',
  person: 'Person',
  anyPerson: 'Everybody',
  action: 'Act',
  anyAction: 'Every act',
  record: 'Record number',
  days: 'Days',
  anyDay: 'Any day',
  clear: 'Clear filters',
  line: 'Line',
  at: 'Time',
  said: 'What was done',
  about: 'Record',
  hidden: 'Not for you to see',
  onlyThis: 'Only the lines about {{what}}',
  more: 'Earlier lines',
  none: 'No lines like these',
  noneBody: 'Ask for less in the filters.',
  verify: 'Verify',
  verifying: 'Checking every line…',
  sound: '{{lines}} lines; none removed, changed or inserted.',
  vouched: 'What is noted outside the database confirms the log up to line {{line}}.',
  notVouched:
    'Nothing is noted outside the database: lines taken off the end could not be found out on this PC alone. Compare with earlier exports.',
  unsound: '{{lines}} lines checked, faults: {{count}}',
  fault: {
    missing: 'Lines {{from}} to {{to}} are missing',
    missingOne: 'Line {{from}} is missing',
    does_not_follow: 'Line {{line}} does not follow: it or the line before was changed, inserted or moved',
    cut_off:
      'At {{at}} the log had reached line {{to}} ({{noted}}); now it ends at line {{last}}, or says something else there: its end was taken off or replaced',
  },
  noted: { file: 'noted outside the database', record: 'noted in a hand-over' },
  export: 'Export',
  exportCsv: 'As a table (CSV, as filtered)',
  exportLines: 'As verifiable lines (NDJSON, unbroken)',
  exported: '{{lines}} lines; SHA-256 of the file: {{sha256}} (in the log)',
};
