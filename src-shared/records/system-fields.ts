// Facts of the record that paths of a declaration may name like fields: a list column `number`, a clock that starts at
// `status_since`.

import type { Fields } from './field.ts';
import { dateTime, officer, text } from './field-builders.ts';

export const systemFields: Fields = {
  number: text('编号', 'Number'),
  status: text('状态', 'State'),
  /** When the record came into the state it is in. */
  status_since: dateTime('进入当前状态时间', 'In this state since'),
  void_reason: text('作废原因', 'Reason for voiding'),
  created_at: dateTime('登记时间', 'Recorded at'),
  created_by: officer('登记人', 'Recorded by'),
};
