// A desk with a place for its backups beside it.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type DeskHost, hostDesk } from '../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../src-main/serve/serve-calls.ts';
import { okValue } from './ok-value.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { hostOptions, serving, type TestClient, type TestDesk, testPassword } from './test-desk.ts';

/** Chooses a new folder as the place; gives it. */
export async function choosePlaceFor(desk: TestDesk): Promise<string> {
  const place = join(temporaryDirectory(), 'stick');
  mkdirSync(place, { recursive: true });
  await desk.client.backups.choosePlace({ path: place });
  return place;
}

/** Makes a backup now; gives its folder. */
export async function backUpNow(desk: TestDesk): Promise<string> {
  const run = { signal: new AbortController().signal, progress: () => undefined };
  return okValue(await okValue(desk.host.tasks()).backUp(desk.account, run)).path;
}

export type RestoredDesk = { readonly directory: string; readonly host: DeskHost; readonly client: TestClient };

/** Puts a backup on a blank PC and signs in there. */
export async function restoreOnBlank(desk: TestDesk, backup: string): Promise<RestoredDesk> {
  const directory = join(temporaryDirectory(), 'blank');
  const host = okValue(hostDesk({ ...hostOptions(directory, desk.clock), machine: 'spare PC' }));
  onTestFinished(() => host.close());
  const client = callInProcess(serving(host));
  await client.backups.restore({ path: backup });
  await client.session.signIn({ account: desk.account, password: testPassword });
  return { directory, host, client };
}
