// The problem of a whole group or list, which no single field carries.

import { problemWords } from '../../src-shared/base/problem-words.ts';
import { useWords } from '../words/use-words.ts';
import { problemId } from './field-dom.ts';
import classes from './form.module.css';
import { useProblem } from './use-field.ts';

export function BlockProblem({ path }: { readonly path: string }) {
  const problem = useProblem(path);
  const { language } = useWords();
  if (problem === undefined) return null;
  return (
    <div className={`${classes.wrong} ${classes.blockWrong}`} id={problemId(path)} role="alert">
      {problemWords(problem, language)}
    </div>
  );
}
