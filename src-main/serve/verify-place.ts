// Verifies a desk that lies somewhere, in a thread of its own.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { Verified } from '../records/verify-desk.ts';

/** The thread gets a copy of the key, which it wipes itself. */
export function verifyPlace(workerData: {
  readonly directory: string;
  readonly machine: string;
  readonly deskKey: Uint8Array;
}) {
  const worker = new Worker(new URL('./verify-desk-worker.ts', import.meta.url), { workerData });
  return new Promise<Result<Verified, Problem>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`verification ended early (${code})`)));
  });
}
