// Registers as tests make them: a desk with tasks or found things, exported through the window's own calls.

import { setTimeout as sleep } from 'node:timers/promises';
import type { JobView } from '../../../src-shared/contract/job-views.ts';
import type { TestClient, TestDesk } from '../../support/test-desk.ts';

type Asked = Parameters<TestClient['registers']['export']>[0];

/** The job as it ended. */
export async function endedJob(client: TestClient, id: string): Promise<JobView> {
  for (;;) {
    const job = (await client.jobs.list()).find((each) => each.id === id);
    if (job === undefined) throw new Error('the job is known');
    if (job.state !== 'running') return job;
    await sleep(20);
  }
}

export type MadeFile = { readonly job: JobView; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export async function exported({ client }: Pick<TestDesk, 'client'>, asked: Asked): Promise<MadeFile> {
  const { job: id } = await client.registers.export(asked);
  const job = await endedJob(client, id);
  if (job.state !== 'done') throw new Error(`the export ended: ${JSON.stringify(job.problem)}`);
  const file = await client.jobs.file({ id });
  return { job, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
