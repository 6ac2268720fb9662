// Verifies a desk that lies somewhere, in a thread of its own: all of it, or what has arrived since the last time.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import type { ArrivedCheck, CheckedUpTo } from '../records/verify-arrived.ts';
import type { Verified } from '../records/verify-desk.ts';

export type Place = { readonly directory: string; readonly machine: string; readonly deskKey: Uint8Array };

/** The thread gets a copy of the key, which it wipes itself. Problem `job_cancelled` when the signal ended it. */
export function verifyPlace(place: Place, signal?: AbortSignal): Promise<Result<Verified, Problem>> {
  return answerOf(new Worker(new URL('./verify-desk-worker.ts', import.meta.url), { workerData: place }), signal);
}

export function verifyArrivedAt(
  place: Place,
  upTo: CheckedUpTo,
  signal?: AbortSignal,
): Promise<Result<ArrivedCheck, Problem>> {
  const workerData = { ...place, upTo };
  return answerOf(new Worker(new URL('./verify-arrived-worker.ts', import.meta.url), { workerData }), signal);
}

async function answerOf<T>(worker: Worker, signal: AbortSignal | undefined): Promise<Result<T, Problem>> {
  const end = () => void worker.terminate();
  signal?.addEventListener('abort', end);
  try {
    return await new Promise<Result<T, Problem>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        if (signal?.aborted) resolve(err({ code: 'job_cancelled' }));
        else reject(new Error(`verification ended early (${code})`));
      });
    });
  } finally {
    signal?.removeEventListener('abort', end);
  }
}
