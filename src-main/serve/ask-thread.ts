// Asks a thread one question. It gets a copy of what it is given, keys included, which it wipes itself.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';

/** Rejects when the thread breaks or ends without an answer. */
export function askThread<T>(program: URL, workerData: object): Promise<Result<T, Problem>> {
  const worker = new Worker(program, { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread ended early (${code})`)));
  });
}
