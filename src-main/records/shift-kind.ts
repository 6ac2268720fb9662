// A hand-over of the desk from one shift to the next, as a record of an internal kind: who gave it and what they said of it
// is its first change, who took it its second, each by its own author.

import { dateTime, longText, officer, text } from '../../src-shared/records/field-builders.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { words } from '../../src-shared/records/words.ts';
import { accountKind } from './account-kind.ts';

export const shiftKey = 'shift_handover';

/** Characters of one frozen sheet: some three thousand lines. A change holds 4 MiB. */
export const longestSheet = 1_000_000;

const fields = {
  device: text('案台', 'Desk', { required: true, maxLength: 64 }),
  handed_by: officer('交班人', 'Handed over by', { required: true }),
  handed_at: dateTime('交班时间', 'Handed over at', { required: true }),
  sheet: longText('交接内容', 'What was handed over', { required: true, maxLength: longestSheet }),
  taken_by: officer('接班人', 'Taken over by'),
  taken_at: dateTime('接班时间', 'Taken over at'),
};

export const shiftKind: Kind = {
  ...accountKind,
  key: shiftKey,
  label: words('交接班', 'Hand-overs of shifts'),
  description: words('值班人员之间的交接', 'What one shift gives to the next'),
  numberWord: '班',
  sections: [{ key: 'shift', label: words('交接班', 'Hand-over'), fields: Object.keys(fields) }],
  fields,
  title: { field: 'handed_by' },
  occurredAt: 'handed_at',
  list: { columns: ['handed_by'], filters: [] },
};
