// A long list of choices, found by any part of the word, by pinyin or by initials.

import { type ComboboxItem, type ComboboxParsedItem, Select } from '@mantine/core';
import { useMemo } from 'react';
import { foldPinyinQuery, pinyinKeys } from '../../../src-shared/records/pinyin/pinyin-keys.ts';
import { useWords } from '../../words/use-words.ts';
import classes from '../form.module.css';
import type { Option, OptionsProps } from './radio-chips.tsx';

/** Keys an option is found by: its words, whole pinyin, initials. */
function searchKeys({ label }: Option): readonly string[] {
  const { full, initials } = pinyinKeys(label, false);
  return [label.toLowerCase(), ...full, ...initials];
}

export function SearchSelect(props: OptionsProps) {
  const { id, value, options, onChange, onLeave, isInvalid, isRequired, describedBy } = props;
  const { t } = useWords();
  const keysByValue = useMemo(() => new Map(options.map((option) => [option.value, searchKeys(option)])), [options]);
  const isHit = (option: ComboboxItem, typed: string) => {
    const sought = [typed.trim().toLowerCase(), foldPinyinQuery(typed)];
    return keysByValue.get(option.value)?.some((key) => sought.some((text) => key.includes(text))) ?? false;
  };
  const filter = ({ options: all, search }: { readonly options: ComboboxParsedItem[]; readonly search: string }) =>
    search.trim() === '' ? all : all.filter((option) => !('group' in option) && isHit(option, search));
  return (
    <Select
      id={id}
      data={options.map((option) => ({ ...option }))}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      onBlur={onLeave}
      filter={filter}
      searchable
      allowDeselect={false}
      clearable
      selectFirstOptionOnChange
      autoComplete="off"
      placeholder={t('forms.choose')}
      nothingFoundMessage={t('forms.noChoice')}
      maxDropdownHeight={260}
      comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
      clearButtonProps={{ 'aria-label': t('common.clear'), tabIndex: -1 }}
      classNames={{ input: classes.select }}
      variant="unstyled"
      size="sm"
      aria-invalid={isInvalid || undefined}
      aria-required={isRequired || undefined}
      aria-describedby={describedBy}
    />
  );
}
