// One measure counted by type, place or purpose. A record of two types is under both, so the records (件数) and the labels
// (类型次数) are told apart; those without a type are shown too, so that nothing is missing from the sum.

import type { BreakdownView, LabelView } from '../../src-shared/contract/report-views.ts';
import type { Field } from '../../src-shared/records/field.ts';
import { declaredFieldAt } from '../../src-shared/records/field-at.ts';
import { type Words, words } from '../../src-shared/records/words.ts';
import { splitMeasure } from '../../src-shared/reports/indicator.ts';
import type { Period } from '../../src-shared/reports/period.ts';
import type { Breakdown } from '../../src-shared/reports/report-definition.ts';
import type { Desk } from '../records/desk.ts';
import { countRecordsMeasured, labelsOf } from '../stores/report-store.ts';
import { countedIn, type FiguresFrom } from './figures.ts';

export function breakdownView(
  desk: Desk,
  { reading, today }: FiguresFrom,
  { key, label, measure, path }: Breakdown,
  period: Period,
): BreakdownView {
  const { kind } = splitMeasure(measure);
  const counted = countedIn(measure, period, today);
  const found = labelsOf(reading, counted, path);
  const declared = desk.kinds.get(kind);
  const field = declared.ok ? declaredFieldAt(declared.value.fields, path) : null;
  const labels: LabelView[] = found.flatMap(({ value, records }) =>
    value === null ? [] : [{ value, label: labelWords(desk, field, value), records }],
  );
  const without = found.find(({ value }) => value === null)?.records ?? 0;
  const unlabelled: LabelView = { value: null, label: words('未填写', 'Not filled in'), records: without };
  return {
    key,
    label,
    kind,
    labels: without === 0 ? labels : [...labels, unlabelled],
    records: countRecordsMeasured(reading, counted),
    labelCount: labels.reduce((sum, { records }) => sum + records, 0),
  };
}

export function labelWords(desk: Desk, field: Field | null, value: string): Words {
  switch (field?.type) {
    case 'choice':
    case 'choices': {
      const codes = desk.kinds.codeLists[field.codes];
      const found = codes && Object.hasOwn(codes, value) ? codes[value] : undefined;
      return found ?? words(value, value);
    }
    case 'yesNo':
      return value === 'true' ? words('是', 'Yes') : words('否', 'No');
    case 'officer': {
      const name = desk.people.current.byId.get(value)?.name ?? value;
      return words(name, name);
    }
    default:
      return words(value, value);
  }
}
