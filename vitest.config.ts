// Unit and integration tests: everything under test/ but what needs a browser or Electron. Real SQLite, real processes.

import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/electron/**', 'test/bench/**'],
    environment: 'node',
    // Native modules and worker threads want processes of their own.
    pool: 'forks',
    // Files share a process: loading every module anew for each of them takes longer than their tests. A test leaves
    // nothing behind that another could see, so a file that passes alone passes in company.
    isolate: false,
    // One more than the smallest machine has cores, since many tests wait for a process; on two, the default is one.
    maxWorkers: 3,
    // Commands and servers that tests start by the hundred compile their modules once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'test-results/compiled') },
    // Only what hangs is to be ended by them: a crowded machine takes its time over a dozen processes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A focused test left behind would let the rest rot.
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
