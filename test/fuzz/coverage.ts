// What of the product's own code has run, as V8 counts it: an input that reached something new is worth changing further.

import { Session } from 'node:inspector/promises';

export type Coverage = {
  /** Whether anything ran since the last question that had never run before. */
  readonly reachedNew: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

const ownCode = /\/src-(shared|node|main|server)\//;

export async function startCoverage(): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const reached = new Set<string>();
  return {
    async reachedNew() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const before = reached.size;
      for (const { url, functions } of result) {
        if (!ownCode.test(url)) continue;
        for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges))
          if (count > 0) reached.add(`${url}:${startOffset}:${endOffset}`);
      }
      return reached.size > before;
    },
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
