// Says a problem in the reader's language, with its facts filled in.

import type { Problem } from './problem.ts';
import { problems } from './problems.ts';

/** One sentence; a fact the words ask for and the problem lacks stays visible as `{name}`, never silently empty. */
export function problemWords(problem: Problem, language: 'zh' | 'en'): string {
  const said = problems[problem.code][language];
  return said.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(problem.facts?.[name] ?? placeholder));
}

/** The problem and everything it was caused by, innermost first where there are causes: what a person must correct. */
export function innermostProblems(problem: Problem): readonly Problem[] {
  if (problem.causes === undefined || problem.causes.length === 0) return [problem];
  return problem.causes.flatMap(innermostProblems);
}
