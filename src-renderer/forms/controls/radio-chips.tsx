// A few choices standing open side by side. A chosen one is cleared by choosing it again, or with Delete.

import type { KeyboardEvent } from 'react';
import classes from '../form.module.css';
import { ariaOf, type ControlProps } from './control.ts';

export type Option = { readonly value: string; readonly label: string };

/** A choice among options; the empty text is "not chosen". */
export type OptionsProps = Omit<ControlProps<unknown>, 'value' | 'onChange'> & {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
};

export function RadioChips(props: OptionsProps) {
  const { id, labelId, value, options, onChange, onLeave } = props;
  const clear = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onChange('');
  };
  return (
    <div
      className={classes.chips}
      role="radiogroup"
      id={id}
      aria-labelledby={labelId}
      {...ariaOf(props)}
      onKeyDown={clear}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      {options.map((option) => (
        <label key={option.value} className={classes.chip}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onClick={() => {
              if (option.value === value) onChange('');
            }}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
