// What reading and writing a bundle need of whoever started them: how far it is, and whether to go on.

import type { Problem } from '../../src-shared/base/problem.ts';

export type BundleWork = {
  readonly signal: AbortSignal;
  /** @param total null while nobody can know it; both in bytes */
  readonly progress: (done: number, total: number | null) => void;
};

export const cancelled: Problem = { code: 'job_cancelled' };

/** For callers that show nothing and are never called off. */
export const quietWork: BundleWork = { signal: new AbortController().signal, progress: () => {} };
