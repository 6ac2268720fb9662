// Refers to another record, found by number, name or pinyin as in the search.

import { Combobox, Loader, useCombobox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { HitView } from '../../../src-shared/contract/views.ts';
import type { RecordField } from '../../../src-shared/records/field.ts';
import { useWords } from '../../words/use-words.ts';
import classes from '../form.module.css';
import { useFormSetting } from '../form-setting.ts';
import { ariaOf, type ControlProps } from './control.ts';

/** Milliseconds of rest after typing before the search is asked. */
const searchPause = 150;

export function RecordControl(props: ControlProps<RecordField>) {
  const { field, id, value, onChange, onLeave } = props;
  const { useRecordName } = useFormSetting();
  const { t } = useWords();
  const chosen = typeof value === 'string' ? value : null;
  const name = useRecordName(chosen);
  const [typed, setTyped] = useState<string | null>(null);
  const { hits, isSearching } = useHits(typed ?? '', field.kinds);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const choose = (recordId: string) => {
    onChange(recordId);
    setTyped(null);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" transitionProps={{ duration: 0 }}>
      <div className={classes.withButton}>
        <Combobox.Target>
          <input
            id={id}
            type="text"
            className={classes.input}
            value={typed ?? name ?? chosen ?? ''}
            placeholder={t('forms.findRecord')}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.selectFirstOption();
            }}
            onBlur={() => {
              setTyped(null);
              combobox.closeDropdown();
              onLeave();
            }}
            {...ariaOf(props)}
          />
        </Combobox.Target>
        {isSearching && <Loader size={14} aria-hidden />}
        {chosen !== null && (
          <button
            type="button"
            tabIndex={-1}
            className={classes.inputButton}
            aria-label={t('common.clear')}
            onClick={() => onChange(null)}
          >
            <IconX size={14} aria-hidden />
          </button>
        )}
      </div>
      <Combobox.Dropdown hidden={typed === null || typed.trim() === ''}>
        <HitOptions hits={hits} isSearching={isSearching} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function HitOptions({ hits, isSearching }: { readonly hits: readonly HitView[]; readonly isSearching: boolean }) {
  const { t } = useWords();
  return (
    <Combobox.Options mah={260} className={classes.hits}>
      {hits.map((hit) => (
        <Combobox.Option key={hit.id} value={hit.id}>
          <strong>{hit.number}</strong> {hit.title}
        </Combobox.Option>
      ))}
      {hits.length === 0 && <Combobox.Empty>{t(isSearching ? 'common.loading' : 'forms.noRecord')}</Combobox.Empty>}
    </Combobox.Options>
  );
}

/** What the search finds for a text that rested a moment. */
function useHits(
  text: string,
  kinds: readonly string[],
): { readonly hits: readonly HitView[]; readonly isSearching: boolean } {
  const { findRecords } = useFormSetting();
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly HitView[] }>({
    text: '',
    hits: [],
  });
  useEffect(() => {
    if (text.trim() === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void findRecords(text, kinds).then((hits) => {
        if (isCurrent) setFound({ text, hits });
      });
    }, searchPause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, kinds, findRecords]);
  return { hits: found.hits, isSearching: text.trim() !== '' && found.text !== text };
}
