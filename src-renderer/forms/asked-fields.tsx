// The fields a step asks for, in its order: single ones in one grid, groups and lists by their path.

import type { Field, Fields } from '../../src-shared/records/field.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import { FieldBlock } from './field-block.tsx';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';

export function AskedFields({ paths }: { readonly paths: readonly string[] }) {
  const { fields } = useFormSetting();
  return (
    <div className={classes.grid}>
      {paths.map((path) => {
        const field = askedField(fields, path);
        return field ? <FieldBlock key={path} field={field} path={path} /> : null;
      })}
    </div>
  );
}

function askedField(fields: Fields, path: string): Field | null {
  return storedFieldAt(fields, path);
}
