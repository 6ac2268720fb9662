// What must be corrected, on top of the form; each line leads to its field.

import { useEffect, useRef } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { Fields } from '../../src-shared/records/field.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import type { Words } from '../../src-shared/records/words.ts';
import { useWords } from '../words/use-words.ts';
import { focusField } from './field-dom.ts';
import classes from './form.module.css';
import { useFormSetting } from './form-setting.ts';
import type { FormState } from './form-store.ts';
import { useFormState } from './use-field.ts';

const problemsOf = (state: FormState) => state.problems;
const isAttempted = (state: FormState) => state.attempted;

export function ProblemSummary() {
  const problems = [...useFormState(problemsOf).values()];
  const attempted = useFormState(isAttempted);
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const isShown = attempted && problems.length > 0;
  useEffect(() => {
    if (isShown) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  if (!isShown) return null;
  return (
    <div className={classes.summary} role="alert" ref={box} data-problem-summary>
      <strong>{t('forms.toCorrect', { count: problems.length })}</strong>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path ?? ''}${problem.code}`}>
            <ProblemLine problem={problem} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { fields } = useFormSetting();
  const { t, say, language } = useWords();
  const what = problemWords(problem, language);
  const { path } = problem;
  if (path === undefined) return what;
  const where = placeWords(fields, path).map(say).join(' › ');
  return (
    <button type="button" className={classes.jump} onClick={() => focusField(path)}>
      {where === '' ? what : t('common.problemAt', { where, what })}
    </button>
  );
}

/** 物品 › 名称 for `items/<id>/name`; at most the list and the field. */
export function placeWords(fields: Fields, path: string): readonly Words[] {
  const segments = path.split('/');
  const labels = segments.flatMap((_, index) => {
    const at = segments.slice(0, index + 1).join('/');
    const field = storedFieldAt(fields, at);
    const before = index === 0 ? null : storedFieldAt(fields, segments.slice(0, index).join('/'));
    return field && field !== before ? [field.label] : [];
  });
  return labels.length > 2 ? [...labels.slice(0, 1), ...labels.slice(-1)] : labels;
}
