// Runs one command and turns its outcome into JSON on standard output, words on standard error and an exit code.

import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import { callProblem } from '../../src-shared/contract/call-problem.ts';
import type { Language } from '../../src-shared/records/words.ts';
import { CommandProblem } from './command-problem.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';

export type Output = {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly language: Language;
};

/** Prints what the command gives as one JSON value; a problem is printed as JSON too and said in words. */
export async function runCommand(output: Output, command: () => Promise<unknown>): Promise<ExitCode> {
  try {
    const value = await command();
    if (value !== undefined) output.print(JSON.stringify(value, null, 2));
    return exitCodes.done;
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    output.print(JSON.stringify({ problem }, null, 2));
    return complain(output, problem);
  }
}

/** Says a problem and every cause inside it in words, each with its place; gives its exit code. */
export function complain(output: Output, problem: Problem): ExitCode {
  for (const one of [problem, ...(problem.causes ?? [])]) {
    output.complain(`${one.path === undefined ? '' : `${one.path}: `}${problemWords(one, output.language)}`);
  }
  return exitCodeOf(problem.code);
}

/** The expected failure inside an error, or null when it is none. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof CommandProblem ? error.problem : callProblem(error);
}
