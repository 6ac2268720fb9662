// Imports a file through the window's contract, as a window does it.

import { setTimeout } from 'node:timers/promises';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import type { ImportMapping } from '../../src-shared/imports/mapping.ts';
import type { TestClient } from './test-desk.ts';

export function fileOf(name: string, content: Uint8Array<ArrayBuffer> | string): File {
  return new File([content], name);
}

/** Waits until the job has ended; gives how it ended. */
export async function ended(client: TestClient, job: string): Promise<JobView> {
  for (;;) {
    const view = (await client.jobs.list()).find(({ id }) => id === job);
    if (view !== undefined && view.state !== 'running') return view;
    await setTimeout(10);
  }
}

export async function checkedImport(client: TestClient, kind: string, file: File, mapping: Partial<ImportMapping>) {
  const view = await client.imports.read({ kind, file });
  const whole = {
    columns: { ...view.mapping.columns, ...mapping.columns },
    fixed: { ...view.mapping.fixed, ...mapping.fixed },
  };
  const { job } = await client.imports.check({ id: view.id, mapping: toSent(whole) });
  const checking = await ended(client, job);
  return { view, checking };
}

/** The contract takes lists that may be written to. */
export function toSent({ columns, fixed }: ImportMapping) {
  return {
    columns: Object.fromEntries(Object.entries(columns).map(([index, paths]) => [index, [...paths]])),
    fixed: { ...fixed },
  };
}
