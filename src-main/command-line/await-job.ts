// Waits for long work that a command has started, and takes its file.

import { setTimeout } from 'node:timers/promises';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { CommandProblem } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';

/** ms between two looks. */
const between = 50;

/** The job once it is done; throws its problem when it was not. */
export async function awaitJob(client: DeskClient, id: string): Promise<JobView> {
  for (;;) {
    const job = (await client.jobs.list()).find((one) => one.id === id);
    if (job === undefined) throw new CommandProblem({ code: 'job_unknown' });
    if (job.problem !== null) throw new CommandProblem(job.problem);
    if (job.state !== 'running') return job;
    await setTimeout(between);
  }
}
