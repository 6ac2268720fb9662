// Names one line of another list of this record: which held thing is meant.

import { useCallback } from 'react';
import type { Content } from '../../../src-shared/records/content.ts';
import type { TextField } from '../../../src-shared/records/field.ts';
import { useWords } from '../../words/use-words.ts';
import { entriesOf, valueAt } from '../content-paths.ts';
import { useEntrySummary } from '../entry-summary.ts';
import { useFormSetting } from '../form-setting.ts';
import { useFormState } from '../use-field.ts';
import type { ControlProps } from './control.ts';
import { type Option, RadioChips } from './radio-chips.tsx';
import { SearchSelect } from './search-select.tsx';

const openEntries = 4;

export function EntryControl(props: ControlProps<TextField> & { readonly lists: readonly string[] }) {
  const { lists } = props;
  const options = useHeldEntries(lists);
  const value = typeof props.value === 'string' ? props.value : '';
  const { t } = useWords();
  const known =
    value === '' || options.some((option) => option.value === value)
      ? options
      : [...options, { value, label: t('forms.entryGone') }];
  const Control = known.length <= openEntries ? RadioChips : SearchSelect;
  return <Control {...props} value={value} options={known} onChange={(id) => props.onChange(id === '' ? null : id)} />;
}

/** Every entry of these lists of the record, with a line that names it. */
export function useHeldEntries(lists: readonly string[]): readonly Option[] {
  const { fields } = useFormSetting();
  const summary = useEntrySummary();
  const content = useFormState(useCallback((state: { readonly content: Content }) => state.content, []));
  return lists.flatMap((list) => {
    const field = fields[list];
    if (field?.type !== 'list') return [];
    return entriesOf(valueAt(content, list)).map((entry, index) => ({
      value: entry.id,
      label: summary(field, entry, index),
    }));
  });
}
