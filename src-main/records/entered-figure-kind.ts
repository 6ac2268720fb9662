// A figure entered by hand for one indicator and period (手工填报), as a record of an internal kind: who entered it, every
// correction, and two desks that entered different ones are history and conflict like anything else.

import { date, integer, longText, text, yesNo } from '../../src-shared/records/field-builders.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { words } from '../../src-shared/records/words.ts';
import { accountKind } from './account-kind.ts';

export const enteredFigureKey = 'entered_figure';

const fields = {
  indicator: text('指标', 'Indicator', { required: true, maxLength: 64 }),
  period: text('期间', 'Period', { required: true, maxLength: 40 }),
  /** Fen where the indicator is money. */
  value: integer('数值', 'Value', { required: true, min: 0 }),
  approximate: yesNo('余', 'And more', { required: true }),
  note: longText('说明', 'Note', { maxLength: 500 }),
  entered_on: date('填报日期', 'Entered on', { required: true }),
};

export const enteredFigureKind: Kind = {
  ...accountKind,
  key: enteredFigureKey,
  label: words('手工填报指标', 'Entered figures'),
  description: words('由人员填报的统计数字', 'Figures that people enter'),
  numberWord: '填',
  sections: [{ key: 'figure', label: words('数字', 'Figure'), fields: Object.keys(fields) }],
  fields,
  title: { field: 'indicator' },
  occurredAt: 'entered_on',
  list: { columns: ['indicator'], filters: [] },
};
