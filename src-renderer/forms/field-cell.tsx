// One ruled cell of the form: label, required mark, control, hint while it is being filled, problem in words.

import { useCallback } from 'react';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { ChoicesField, Field, LeafField } from '../../src-shared/records/field.ts';
import { useWords } from '../words/use-words.ts';
import { isEmpty } from './content-paths.ts';
import { MaskedControl } from './controls/masked-control.tsx';
import { FieldControl } from './field-control.tsx';
import { controlId, hintId, labelId, problemId } from './field-dom.ts';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import { ShownField } from './shown-field.tsx';
import { useDerivedOrStored, useFieldStanding, useFormState, useProblem, useValue } from './use-field.ts';

export type CellField = LeafField | ChoicesField;

type Props = {
  readonly field: CellField;
  readonly path: string;
  /** In a row of a table the column's heading is the label; it stays for those who hear the page. */
  readonly isBare?: boolean;
};

/** Types that need the whole width of the form. */
function isWide(field: Field): boolean {
  return field.type === 'longText' || field.type === 'choices';
}

export function FieldCell({ field, path, isBare = false }: Props) {
  const { readOnly } = useFormSetting();
  const { isShown, isRequired } = useFieldStanding(field, path);
  const isLeftOut = useIsLeftOut(field, path) && !isBare;
  const problem = useProblem(path);
  const { say, language } = useWords();
  if (!isShown || isLeftOut) return null;
  const width = isWide(field) && !isBare ? classes.wide : '';
  return (
    <div className={`${classes.cell} ${width}`} data-path={path} data-wrong={problem !== undefined || undefined}>
      <label className={isBare ? classes.visuallyHidden : classes.label} id={labelId(path)} htmlFor={controlId(path)}>
        <span>
          {say(field.label)}
          {isRequired && !readOnly && <RequiredMark />}
        </span>
      </label>
      <div className={classes.value}>
        {readOnly || field.derived !== undefined ? (
          <ShownField field={field} path={path} />
        ) : (
          <LiveControl field={field} path={path} isRequired={isRequired} />
        )}
        {field.hint !== undefined && !readOnly && (
          <div className={classes.hint} id={hintId(path)}>
            {say(field.hint)}
          </div>
        )}
        {problem !== undefined && (
          <div className={classes.wrong} id={problemId(path)} role="alert">
            {problemWords(problem, language)}
          </div>
        )}
      </div>
    </div>
  );
}

/** Read-only papers leave out what nobody filled in, unless all is asked for. */
function useIsLeftOut(field: CellField, path: string): boolean {
  const { readOnly, showsEmpty, masked } = useFormSetting();
  const value = useDerivedOrStored(field, path);
  return readOnly && !showsEmpty && isEmpty(value) && !masked.has(path);
}

function RequiredMark() {
  const { t } = useWords();
  return <span className={classes.requiredMark} title={t('forms.required')} aria-hidden />;
}

function LiveControl({
  field,
  path,
  isRequired,
}: {
  readonly field: CellField;
  readonly path: string;
  readonly isRequired: boolean;
}) {
  const { store, masked } = useFormSetting();
  const value = useValue(path);
  const isInvalid = useProblem(path) !== undefined;
  const isRetyped = useFormState(useCallback((state) => state.retyped.has(path), [path]));
  if (masked.has(path) && !isRetyped) {
    return (
      <MaskedControl
        path={path}
        id={controlId(path)}
        labelId={labelId(path)}
        masked={value}
        onRetype={(from) => store.retype(path, from)}
      />
    );
  }
  const describedBy = [isInvalid ? problemId(path) : '', field.hint === undefined ? '' : hintId(path)]
    .filter((id) => id !== '')
    .join(' ');
  return (
    <FieldControl
      field={field}
      path={path}
      id={controlId(path)}
      labelId={labelId(path)}
      value={value}
      onChange={(next) => store.set(path, next)}
      onLeave={() => store.leave(path)}
      isInvalid={isInvalid}
      isRequired={isRequired}
      describedBy={describedBy === '' ? undefined : describedBy}
    />
  );
}
