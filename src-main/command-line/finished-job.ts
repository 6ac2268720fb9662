// Waits for long work that a command began, and takes its file.

import { setTimeout } from 'node:timers/promises';
import type { ProblemFacts } from '../../src-shared/base/problem.ts';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { CommandProblem } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';

/** ms between two looks. */
const between = 50;

export type Finished = { readonly facts: ProblemFacts; readonly name: string; readonly bytes: Uint8Array };

/** Throws the problem the work ended with; bytes are empty when it made no file. */
export async function finishedJob(client: DeskClient, id: string): Promise<Finished> {
  const job = await ended(client, id);
  if (job.problem !== null) throw new CommandProblem(job.problem);
  if (job.file === null) return { facts: job.facts, name: '', bytes: new Uint8Array() };
  const file = await client.jobs.file({ id });
  return { facts: job.facts, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function ended(client: DeskClient, id: string): Promise<JobView> {
  for (;;) {
    const job = (await client.jobs.list()).find((each) => each.id === id);
    if (job === undefined) throw new CommandProblem({ code: 'job_unknown' });
    if (job.state !== 'running') return job;
    await setTimeout(between);
  }
}
