// Yes, no, or not said.

import type { YesNoField } from '../../../src-shared/records/field.ts';
import { useWords } from '../../words/use-words.ts';
import type { ControlProps } from './control.ts';
import { RadioChips } from './radio-chips.tsx';

export function YesNoControl(props: ControlProps<YesNoField>) {
  const { t } = useWords();
  const options = [
    { value: 'yes', label: t('common.yes') },
    { value: 'no', label: t('common.no') },
  ];
  const chosen = props.value === true ? 'yes' : 'no';
  const value = typeof props.value === 'boolean' ? chosen : '';
  return (
    <RadioChips
      {...props}
      value={value}
      options={options}
      onChange={(answer) => props.onChange(answer === '' ? null : answer === 'yes')}
    />
  );
}
