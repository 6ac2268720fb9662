// A field's value as it is read: codes as words, officers as names, records as links, amounts with their capitals.

import { useCallback } from 'react';
import type { ContentValue } from '../../src-shared/records/content.ts';
import { fen } from '../../src-shared/records/money/fen.ts';
import { fenToChinese } from '../../src-shared/records/money/fen-to-chinese.ts';
import { showValue } from '../../src-shared/records/show-value.ts';
import { useWords } from '../words/use-words.ts';
import { isEmpty } from './content-paths.ts';
import { MaskedControl } from './controls/masked-control.tsx';
import type { CellField } from './field-cell.tsx';
import { controlId, labelId } from './field-dom.ts';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import { useDerivedOrStored, useFormState } from './use-field.ts';

export function ShownField({ field, path }: { readonly field: CellField; readonly path: string }) {
  const { masked, readOnly } = useFormSetting();
  const value = useDerivedOrStored(field, path);
  const text = useShownText(field, value);
  const { t } = useWords();
  if (readOnly && masked.has(path))
    return <MaskedControl path={path} id={controlId(path)} labelId={labelId(path)} masked={value} />;
  if (isEmpty(value)) return <div className={`${classes.shown} ${classes.nothing}`}>{t('common.nothing')}</div>;
  if (field.type === 'record' && typeof value === 'string') return <ShownRecord id={value} />;
  return (
    <output
      className={field.derived === undefined ? classes.shown : classes.derived}
      id={controlId(path)}
      aria-labelledby={labelId(path)}
    >
      {text}
      {field.type === 'money' && typeof value === 'number' && value > 0 && (
        <span className={classes.capitals}>{fenToChinese(fen(value))}</span>
      )}
    </output>
  );
}

function ShownRecord({ id }: { readonly id: string }) {
  const { useRecordName, recordLink } = useFormSetting();
  const name = useRecordName(id);
  return <div className={classes.shown}>{recordLink(id, name ?? id)}</div>;
}

function useShownText(field: CellField, value: ContentValue): string {
  const { world } = useFormSetting();
  const { language } = useWords();
  return useFormState(
    useCallback(
      (state) => showValue(field, value, { for: 'screen', language }, world.contextOf(state.content)),
      [field, value, language, world],
    ),
  );
}
