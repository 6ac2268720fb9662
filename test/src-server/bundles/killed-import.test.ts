// An import in a process of its own that is killed with -9 wherever it happens to be: repeated, it goes on, and in the end
// everything is there once.

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobsOf } from '../../../src-server/stores/blob-store.ts';
import { readBundles } from '../../../src-server/stores/bundle-store.ts';
import { readHead } from '../../../src-server/stores/scope-log.ts';
import { verifyScope } from '../../../src-server/sync/verify-scope.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { openWithScope, StickDesk, sha256 } from '../../support/stick-desk.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const station = toScopeId('chengguan');
const program = join(import.meta.dirname, '../../../src-server/cli.ts');
const documents = 16;
const perDocument = 25;

let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

/** One import. @param isEnough gives whether it is to be killed now; asked again and again */
async function runImport(environment: NodeJS.ProcessEnv, args: readonly string[], isEnough: () => Promise<boolean>) {
  const child = spawn(process.execPath, [program, 'bundle', 'import', ...args], { env: environment });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  const ended = new Promise<'killed' | 'done'>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null && code === 0 ? 'done' : 'killed'));
  });
  let state: 'running' | 'killed' | 'done' = 'running';
  const over = ended.then((how) => {
    state = how;
  });
  while (state === 'running' && !(await isEnough())) await pause(5);
  child.kill('SIGKILL');
  await over;
  return { how: await ended, said: said.join('') };
}

describe.each(['SQLite', 'PostgreSQL'])('an import on %s', (kind) => {
  it('[U21] that is killed again and again takes everything in once', { timeout: 120_000 }, async () => {
    const url = kind === 'SQLite' ? undefined : await required(postgres, 'started before').freshUrl();
    const centre = await openWithScope(station, url);
    const desk = await StickDesk.enrolled(centre, station);
    const [folder, out] = [temporaryDirectory(), join(temporaryDirectory(), 'out')];
    mkdirSync(out);
    const photos = Array.from({ length: 6 }, (_, index) => new Uint8Array(400_000).fill(index + 1));
    const pushes = Array.from({ length: documents }, (_, index) =>
      desk.write(
        station,
        Array.from({ length: perDocument }, (__, at) => `r${index}-${at}`),
      ),
    );
    const path = await desk.writeUp(folder, { scope: station, documents: pushes, blobs: photos });
    const environment = {
      ...process.env,
      CASE_DESK_DATA: centre.directory,
      CASE_DESK_LOG: 'silent',
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    };
    const entries = async () => (await readHead(centre.database.reading, station))?.seq ?? 0;
    const files = async () => (await blobsOf(centre.database.reading, station, photos.map(sha256))).length;
    // Killed after some documents, then among the files, then while the answer is written, then not at all.
    const moments: readonly (() => Promise<boolean>)[] = [
      async () => (await entries()) > 0,
      async () => (await entries()) > perDocument * 5,
      async () => (await files()) > 1,
      async () => readdirSync(out).length > 0,
    ];
    for (const moment of moments)
      expect((await runImport(environment, [path, '--out', out], moment)).how).toBe('killed');
    expect(readdirSync(out).filter((name) => name.endsWith('.casebundle'))).toEqual([]);
    const last = await runImport(environment, [path, '--out', out], async () => false);
    expect(last).toEqual({ how: 'done', said: '' });
    expect(await verifyScope(centre, station)).toMatchObject({
      entries: documents * perDocument,
      changes: documents * perDocument,
      faults: [],
    });
    expect(await files()).toBe(photos.length);
    expect(
      (await readBundles(centre.database.reading, desk.device, 10)).map(({ received, blobs }) => [received, blobs]),
    ).toEqual([[documents * perDocument, photos.length]]);
    const [answer] = readdirSync(out).filter((name) => name.endsWith('.casebundle'));
    const { pages, lines } = await desk.readDown(join(out, required(answer, 'an answer was written')));
    expect(pages.reduce((sum, { items }) => sum + items.length, 0)).toBe(documents * perDocument);
    expect(lines).toHaveLength(documents);
  });
});
