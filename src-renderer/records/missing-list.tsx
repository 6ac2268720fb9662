// What a step still lacks, in words; each item leads to where it is given: the field, the attachments, the papers.

import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import { useWords } from '../words/use-words.ts';
import classes from './records.module.css';

/** Where an item leads. */
export type GoTo = (path: string) => void;

export function MissingList({ problems, goTo }: { readonly problems: readonly Problem[]; readonly goTo: GoTo }) {
  return (
    <ul className={classes.missing}>
      {problems.map((problem) => (
        <MissingItem key={keyOf(problem)} problem={problem} goTo={goTo} />
      ))}
    </ul>
  );
}

function MissingItem({ problem, goTo }: { readonly problem: Problem; readonly goTo: GoTo }) {
  const { language } = useWords();
  const says = problemWords(problem, language);
  const { path, causes = [] } = problem;
  const told = causes.filter((cause) => problemWords(cause, language) !== says);
  return (
    <li>
      {path === undefined ? says : <JumpTo path={path} words={says} goTo={goTo} />}
      {told.length > 0 && <MissingList problems={told} goTo={goTo} />}
    </li>
  );
}

function JumpTo({ path, words, goTo }: { readonly path: string; readonly words: string; readonly goTo: GoTo }) {
  return (
    <button type="button" className={classes.jump} onClick={() => goTo(path)}>
      {words}
    </button>
  );
}

function keyOf(problem: Problem): string {
  return `${problem.code}:${problem.path ?? ''}:${problem.facts?.guard ?? problem.facts?.field ?? ''}`;
}
