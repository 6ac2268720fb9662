// Gives a task to a thread and waits for its answer, no longer and with no more memory than a ledger needs.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { importLimits } from './import-limits.ts';
import type { Answers, Task } from './thread-tasks.ts';

export type Run = {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null) => void;
};

type Message<T> = { readonly progress?: readonly [number, number]; readonly answer?: Result<T, Problem> };

/** Problems: those of the task, `job_cancelled`, `import_too_large` when it needs more memory than there is for it. */
export function runInThread<T extends Task>(task: T, run: Run): Promise<Result<Answers[T['task']], Problem>> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: importLimits.threadMegabytes },
  });
  return new Promise((resolve, reject) => {
    const stop = () => {
      resolve(err({ code: 'job_cancelled' }));
      void worker.terminate();
    };
    run.signal.addEventListener('abort', stop, { once: true });
    if (run.signal.aborted) stop();
    worker.on('message', ({ progress, answer }: Message<Answers[T['task']]>) => {
      if (progress) run.progress(...progress);
      if (answer) resolve(answer);
    });
    worker.once('error', (error) => (isOutOfMemory(error) ? resolve(tooLarge) : reject(error)));
    worker.once('exit', (code) => {
      run.signal.removeEventListener('abort', stop);
      reject(new Error(`import thread ended early (${code})`));
    });
  });
}

const tooLarge = err<Problem>({
  code: 'import_too_large',
  facts: { megabytes: importLimits.unpackedBytes / 1024 / 1024 },
});

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
