import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDeskDatabases } from '../../../src-main/records/open-desk.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { hostOptions, testDesk, testPassword } from '../../support/test-desk.ts';

const child = join(import.meta.dirname, '../../support/saving-child.ts');
const hasStrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;
const saves = 100;

/** Forced writes to the disk of a process that makes so many saves. */
function forcedWrites(directory: string, account: string, count: number): number {
  const trace = join(temporaryDirectory(), 'trace');
  const done = spawnSync(
    'strace',
    [
      '-f',
      '-e',
      'trace=fsync,fdatasync',
      '-o',
      trace,
      process.execPath,
      child,
      directory,
      account,
      testPassword,
      String(count),
    ],
    { encoding: 'utf8' },
  );
  expect(done.stdout.split('\n').filter((line) => line.startsWith('edited'))).toHaveLength(count);
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => /(fsync|fdatasync)\(/.test(line)).length;
}

it('forces every acknowledged save to the disk, on a new and on a reopened desk', { timeout: 120_000 }, async () => {
  const { directory, account, host } = await testDesk();
  host.close();
  if (!hasStrace) {
    process.stdout.write(
      'strace is not here or may not trace: fsync was NOT counted, only the setting was read back\n',
    );
    for (let opening = 0; opening < 2; opening += 1) {
      const options = {
        ...hostOptions(temporaryDirectory(), { now: 0 }),
        deskKey: new Uint8Array(32),
        notify: () => undefined,
      };
      const { database, attachments } = okValue(openDeskDatabases(options));
      for (const one of [database, attachments]) {
        expect(one.reading.rows({ sql: 'PRAGMA synchronous', parameters: [] })).toEqual([{ synchronous: 2 }]);
        one.close();
      }
    }
    return;
  }
  // Each round saves twice per record: once new, once edited. Opening forces a few writes of its own, a handful against
  // the two hundred saves: without FULL there would be only that handful.
  for (const opened of ['as it was set up', 'opened again']) {
    expect(forcedWrites(directory, account, saves), opened).toBeGreaterThanOrEqual(saves * 2);
  }
});
