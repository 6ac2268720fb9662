// One whole sync, for a person who waits for it: round after round until nothing comes nearer any more.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { SyncEngine } from './sync-engine.ts';

/** More rounds than any real sync takes; each asks the centre anew whether there is anything. */
const mostRounds = 1_000;

/** Problem: why the centre could not be asked; what is undelivered then stays so. */
export async function syncOnce(engine: SyncEngine): Promise<Result<null, Problem>> {
  for (let round = 0, quiet = 0; round < mostRounds && quiet < 2; round += 1) {
    const before = engine.progress();
    await engine.settled();
    const { problem, access } = engine.state();
    if (access !== 'granted') return err(problem ?? { code: 'sync_not_enrolled' });
    if (problem !== null) return err(problem);
    quiet = engine.progress() === before ? quiet + 1 : 0;
  }
  return ok(null);
}
