// A stick in tests: a folder that is carried between desks and a centre with no network between them.

import { setTimeout } from 'node:timers/promises';
import { required } from '../../src-shared/base/assert.ts';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { runServerCommand } from './server-command.ts';
import { type SyncedDesk, startUnitCentre, syncedDesk } from './synced-desks.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import type { TestClient } from './test-desk.ts';

export function newStick(): string {
  return temporaryDirectory();
}

/** The work as it ended. */
export async function jobEnd(client: TestClient, { job: id }: { readonly job: string }): Promise<JobView> {
  for (;;) {
    const job = required(
      (await client.jobs.list()).find((one) => one.id === id),
      'the work is in the list',
    );
    if (job.state !== 'running') return job;
    await setTimeout(5);
  }
}

/** Its facts, of work that has to succeed. */
export async function jobFacts(client: TestClient, started: { readonly job: string }): Promise<JobView['facts']> {
  const job = await jobEnd(client, started);
  if (job.problem !== null) throw new Error(`${job.kind}: ${JSON.stringify(job.problem)}`);
  return job.facts;
}

export async function exportTo(client: TestClient, folder: string, more: { readonly partBytes?: number } = {}) {
  return jobFacts(client, await client.bundles.export({ folder, ...more }));
}

export async function importFrom(client: TestClient, ...places: readonly string[]) {
  return jobFacts(client, await client.bundles.import({ places: [...places] }));
}

/** What `bundle import --json` prints, as far as tests look at it. */
export type CentreReport = { readonly bundles: readonly { readonly number: number; readonly code: string | null }[] };

/** `case-desk-server bundle import`; the answer lies on the same stick. */
export async function centreTakes(directory: string, stick: string, ...more: readonly string[]): Promise<CentreReport> {
  const ran = await runServerCommand(directory, 'bundle', 'import', stick, '--out', stick, '--json', ...more);
  if (ran.failed) throw new Error(`bundle import\n${[...ran.lines, ...ran.complaints].join('\n')}`);
  return JSON.parse(ran.lines.join('\n'));
}

/** Desks of one unit that entered a centre which can no longer be reached. */
export async function desksWithoutNetwork(...names: readonly string[]) {
  const centre = await startUnitCentre();
  const desks: SyncedDesk[] = [];
  for (const name of names) desks.push(await syncedDesk(centre, name));
  await centre.stop();
  return { directory: centre.directory, desks };
}
