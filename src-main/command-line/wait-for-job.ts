// A command waits until the long work it started has ended.

import { setTimeout } from 'node:timers/promises';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { CommandProblem } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';

/** ms between two looks. */
const looking = 50;

/** The ended job; its problem thrown when it did not come to its end. */
export async function waitForJob(client: DeskClient, id: string): Promise<JobView> {
  for (;;) {
    const job = (await client.jobs.list()).find((one) => one.id === id);
    if (job === undefined) throw new CommandProblem({ code: 'job_unknown' });
    if (job.problem) throw new CommandProblem(job.problem);
    if (job.state !== 'running') return job;
    await setTimeout(looking);
  }
}
