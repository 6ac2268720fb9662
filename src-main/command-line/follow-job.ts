// Waits for long work that a command has started; what it found out is the outcome of the command.

import { setTimeout } from 'node:timers/promises';
import { required } from '../../src-shared/base/assert.ts';
import type { ProblemFacts } from '../../src-shared/base/problem.ts';
import { CommandProblem } from './command-problem.ts';
import type { DeskClient } from './desk-access.ts';

/** ms between two looks. */
const looking = 50;

/** The facts of its outcome; throws `CommandProblem` where it failed. */
export async function followJob(client: DeskClient, id: string): Promise<ProblemFacts> {
  for (;;) {
    const job = (await client.jobs.list()).find((one) => one.id === id);
    const { state, facts, problem } = required(job, 'work that was just started is in the list');
    if (state === 'done') return facts;
    if (problem !== null) throw new CommandProblem(problem);
    await setTimeout(looking);
  }
}
