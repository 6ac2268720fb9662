// Verifies a desk that lies somewhere, in a thread of its own: all of it, or what has arrived since the last time.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { ArrivedCheck, CheckedUpTo } from '../records/verify-arrived.ts';
import type { Verified } from '../records/verify-desk.ts';

export type Place = { readonly directory: string; readonly machine: string; readonly deskKey: Uint8Array };

/** The thread gets a copy of the key, which it wipes itself. */
export function verifyPlace(place: Place): Promise<Result<Verified, Problem>> {
  return answerOf(new Worker(new URL('./verify-desk-worker.ts', import.meta.url), { workerData: place }));
}

export function verifyArrivedAt(place: Place, upTo: CheckedUpTo): Promise<Result<ArrivedCheck, Problem>> {
  const workerData = { ...place, upTo };
  return answerOf(new Worker(new URL('./verify-arrived-worker.ts', import.meta.url), { workerData }));
}

function answerOf<T>(worker: Worker): Promise<Result<T, Problem>> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`verification ended early (${code})`)));
  });
}
