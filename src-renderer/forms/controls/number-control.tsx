// A whole number, or an amount typed in yuan and kept in fen, with thousands and its capitals beneath.

import { useState } from 'react';
import type { ContentValue } from '../../../src-shared/records/content.ts';
import type { NumberField } from '../../../src-shared/records/field.ts';
import { fen } from '../../../src-shared/records/money/fen.ts';
import { fenToChinese } from '../../../src-shared/records/money/fen-to-chinese.ts';
import { formatYuan } from '../../../src-shared/records/money/format-yuan.ts';
import { useWords } from '../../words/use-words.ts';
import classes from '../form.module.css';
import { ariaOf, type ControlProps } from './control.ts';
import { readNumber } from './read-number.ts';

export function NumberControl(props: ControlProps<NumberField>) {
  const { field, id, value, onChange, onLeave } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const isMoney = field.type === 'money';
  return (
    <>
      <div className={classes.withButton}>
        <input
          id={id}
          type="text"
          inputMode={isMoney ? 'decimal' : 'numeric'}
          className={`${classes.input} ${classes.number}`}
          value={typed ?? shownNumber(field.type, value)}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onChange(readNumber(field.type, event.currentTarget.value));
          }}
          onBlur={() => {
            setTyped(null);
            onLeave();
          }}
          {...ariaOf(props)}
        />
        {isMoney && <span className={classes.unit}>{t('forms.yuan')}</span>}
      </div>
      {isMoney && typeof value === 'number' && value > 0 && (
        <div className={classes.note} data-capitals>
          {fenToChinese(fen(value))}
        </div>
      )}
    </>
  );
}

function shownNumber(type: NumberField['type'], value: ContentValue): string {
  if (typeof value === 'number') return type === 'money' ? formatYuan(fen(value)) : String(value);
  return typeof value === 'string' ? value : '';
}
