// Questions of the shell itself, in the system's own dialog, because there may be no window to ask in.

import { dialog } from 'electron';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { ShellLanguage, ShellWords } from './shell-words.ts';

export type Questions = {
  /** Each resolves to true to try again, to false to end the program. */
  readonly afterFailure: (problem: Problem) => Promise<boolean>;
  readonly afterFalls: () => Promise<boolean>;
  readonly afterWindowGone: () => Promise<boolean>;
};

/** @param logFile named to the person, for the administrator */
export function createQuestions(language: ShellLanguage, words: ShellWords, logFile: string): Questions {
  async function ask(message: string, detail: string, again: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: words.product,
      message,
      detail,
      buttons: [again, words.quit],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  }
  return {
    afterFailure: (problem) => ask(words.cannotOpenDesk, problemWords(problem, language), words.tryAgain),
    afterFalls: () => ask(words.serviceFails, words.serviceFailsDetail.replace('{log}', logFile), words.tryAgain),
    afterWindowGone: () => ask(words.windowGone, words.windowGoneDetail, words.reopen),
  };
}
