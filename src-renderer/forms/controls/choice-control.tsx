// One code of a list: up to five stand open as radio buttons, more are searched by word, pinyin or initials.

import type { ChoiceField } from '../../../src-shared/records/field.ts';
import { useWords } from '../../words/use-words.ts';
import { useFormSetting } from '../form-setting.ts';
import type { ControlProps } from './control.ts';
import { RadioChips } from './radio-chips.tsx';
import { SearchSelect } from './search-select.tsx';

/** Most codes that stand open. */
const openCodes = 5;

export function ChoiceControl(props: ControlProps<ChoiceField>) {
  const { codeLists } = useFormSetting();
  const { say } = useWords();
  const value = typeof props.value === 'string' ? props.value : '';
  const listed = Object.entries(codeLists[props.field.codes] ?? {}).map(([code, words]) => ({
    value: code,
    label: say(words),
  }));
  // A code of another desk's list is shown as it is, never lost.
  const options =
    value === '' || listed.some((option) => option.value === value) ? listed : [...listed, { value, label: value }];
  const Control = options.length <= openCodes ? RadioChips : SearchSelect;
  return (
    <Control
      {...props}
      value={value}
      options={options}
      onChange={(code) => props.onChange(code === '' ? null : code)}
    />
  );
}
