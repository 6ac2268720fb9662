// Yes, no, or not said.

import type { YesNoField } from '../../../src-shared/records/field.ts';
import { useWords } from '../../words/use-words.ts';
import { type ControlProps } from './control.ts';
import { RadioChips } from './radio-chips.tsx';

export function YesNoControl(props: ControlProps<YesNoField>) {
  const { t } = useWords();
  const options = [
    { value: 'yes', label: t('common.yes') },
    { value: 'no', label: t('common.no') },
  ];
  const value = typeof props.value === 'boolean' ? (props.value ? 'yes' : 'no') : '';
  return <RadioChips {...props} value={value} options={options} onChange={(chosen) => props.onChange(chosen === '' ? null : chosen === 'yes')} />;
}
