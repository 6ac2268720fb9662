// One dialog of the system at a time: a page cannot bury the person under dialogs.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';

export type OneAtATime = <T>(work: () => Promise<Result<T, Problem>>) => Promise<Result<T, Problem>>;

/** Work asked for while other work runs is refused with `shell_dialog_open`. */
export function createOneAtATime(): OneAtATime {
  let isBusy = false;
  return async (work) => {
    if (isBusy) return err({ code: 'shell_dialog_open' });
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };
}
