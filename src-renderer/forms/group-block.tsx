// A group of fields with its name at the side, as forms have it (当事人 | 姓名 …).

import type { ReactNode } from 'react';
import type { GroupField } from '../../src-shared/records/field.ts';
import { useWords } from '../words/use-words.ts';
import { BlockProblem } from './block-problem.tsx';
import { hidesSomething, isEmpty } from './content-paths.ts';
import { labelId } from './field-dom.ts';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import { useFieldStanding, useValue } from './use-field.ts';

type Props = { readonly field: GroupField; readonly path: string; readonly children: ReactNode };

export function GroupBlock({ field, path, children }: Props) {
  const { readOnly, showsEmpty, masked } = useFormSetting();
  const { isShown } = useFieldStanding(field, path);
  const isBlank = isEmpty(useValue(path)) && !hidesSomething(masked, path);
  const { say } = useWords();
  if (!isShown || (readOnly && isBlank && !showsEmpty)) return null;
  return (
    <div className={classes.group} role="group" aria-labelledby={labelId(path)} data-path={path}>
      <div className={classes.groupName} id={labelId(path)}>
        {say(field.label)}
      </div>
      <div className={classes.groupBody}>
        <BlockProblem path={path} />
        <div className={classes.grid}>{children}</div>
      </div>
    </div>
  );
}
