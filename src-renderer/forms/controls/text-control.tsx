// A line or a paragraph of text. Enter never submits; in a paragraph it is a new line.

import type { TextField } from '../../../src-shared/records/field.ts';
import classes from '../form.module.css';
import { useResidentIdFilling } from '../resident-id-filling.ts';
import { ariaOf, type ControlProps } from './control.ts';

export function TextControl(props: ControlProps<TextField>) {
  const { field, path, id, value, onChange, onLeave } = props;
  const fill = useResidentIdFilling(field, path);
  const shared = {
    id,
    value: typeof value === 'string' ? value : '',
    onBlur: onLeave,
    autoComplete: 'off',
    spellCheck: false,
    ...ariaOf(props),
  } as const;
  if (field.type === 'longText') {
    return (
      <textarea
        {...shared}
        className={`${classes.input} ${classes.area}`}
        rows={2}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <input
      {...shared}
      type="text"
      className={classes.input}
      onChange={(event) => {
        onChange(event.currentTarget.value);
        fill(event.currentTarget.value);
      }}
    />
  );
}
