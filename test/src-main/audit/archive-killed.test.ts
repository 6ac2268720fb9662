import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { checkExport } from '../../../src-main/audit/check-export.ts';
import { verifyLog } from '../../../src-main/audit/verify-log.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { auditRun } from '../../../src-main/stores/audit-query.ts';
import { logAnchors } from '../../../src-main/stores/log-anchor-store.ts';
import { agedLog } from '../../support/aged-log.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { firstPerson, hostOptions, serving, type TestDesk, testPassword } from '../../support/test-desk.ts';

const program = join(import.meta.dirname, '../../../src-main/cli.ts');
const oldLines = 20_000;

function archiving(directory: string, folder: string): ChildProcess {
  const args = ['audit', 'archive', '--folder', folder, '--dir', directory, '--person', firstPerson.name];
  const env = { ...process.env, CASE_DESK_PASSWORD: testPassword };
  return spawn(process.execPath, [program, ...args], { env, stdio: 'ignore' });
}

/** Kills it as soon as `isThere` says so; false when it ended by itself before. */
async function killedWhen(child: ChildProcess, isThere: () => boolean): Promise<boolean> {
  while (child.exitCode === null && !isThere()) await setTimeout(1);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null) {
    child.kill('SIGKILL');
    await ended;
  }
  return child.signalCode === 'SIGKILL';
}

/** What the desk and the folder hold between them, after whatever happened. */
async function found({ directory, account }: Pick<TestDesk, 'directory' | 'account'>, folder: string) {
  const host = okValue(hostDesk(hostOptions(directory, { now: Date.now() })));
  const client = callInProcess(serving(host));
  await client.session.signIn({ account, password: testPassword });
  const desk = okValue(host.openDesk());
  const { faults } = okValue(
    await verifyLog(desk, [], { signal: new AbortController().signal, progress: () => undefined }),
  );
  const anchor = logAnchors(desk.database.reading)[0];
  const here = auditRun(desk.database.reading, 0, oldLines, oldLines).length;
  const files = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  const ends = files.map((name) => checkExport(readFileSync(join(folder, name), 'utf8')));
  host.close();
  return { faults, anchored: anchor?.last ?? 0, here, ends };
}

it('a kill -9 at any moment of archiving loses no line: each is in the log, or in a whole file under an anchor', async () => {
  const test = await agedLog(oldLines);
  const { directory } = test;
  test.host.close();
  const folder = temporaryDirectory();
  const has = (ending: string) => () => readdirSync(folder).some((name) => name.endsWith(ending));
  const moments = [has('.new'), has('.ndjson'), () => false];
  const kills: boolean[] = [];
  for (const moment of moments) {
    kills.push(await killedWhen(archiving(directory, folder), moment));
    const { faults, anchored, here, ends } = await found(test, folder);
    expect(faults).toEqual([]);
    expect(ends.every((end) => end !== null)).toBe(true);
    if (anchored === 0) expect(here).toBe(oldLines);
    else expect(ends).toMatchObject([{ first: 1, last: anchored }]);
  }
  expect(kills.at(-1)).toBe(false);
  expect((await found(test, folder)).anchored).toBeGreaterThan(oldLines);
}, 120_000);
