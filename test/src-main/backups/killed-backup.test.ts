import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBytes, listBackups, openBackup } from '../../../src-main/backups/list-backups.ts';
import { CommandLine, firstPerson, password } from '../../support/command-line.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const program = join(import.meta.dirname, '../../../src-main/cli.ts');
/** ms after which a command is killed: before, while and after it writes. */
const moments = [420, 520, 620, 700, 780, 860, 940, 1_050];

function start(args: readonly string[]): ChildProcess {
  const all = [program, ...args, '--person', firstPerson];
  return spawn(process.execPath, all, { env: { ...process.env, CASE_DESK_PASSWORD: password }, stdio: 'ignore' });
}

async function killedAfter(child: ChildProcess, ms: number): Promise<void> {
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await ended;
  clearTimeout(timer);
}

async function deskWithPlace(): Promise<{ readonly desk: CommandLine; readonly place: string }> {
  const root = temporaryDirectory();
  const desk = new CommandLine(join(root, 'desk'));
  const place = join(root, 'stick');
  mkdirSync(place);
  await desk.setUp('police', []);
  await desk.get(['backup', 'make', '--to', place]);
  return { desk, place };
}

test('a backup that is killed at any moment leaves whole backups only, and the next one is made', {
  timeout: 120_000,
}, async () => {
  const { desk, place } = await deskWithPlace();
  for (const ms of moments) await killedAfter(start(['backup', 'make', '--dir', desk.directory]), ms);
  const found = listBackups(place);
  expect(found.length).toBeGreaterThan(0);
  for (const { path } of found) expect(checkBytes(okValue(openBackup(path)))).toEqual({ ok: true, value: null });
  const last = await desk.get<{ path: string; faults: readonly string[] }>(['backup', 'make']);
  expect(last.faults).toEqual([]);
  const inside = readdirSync(join(place, 'case-desk-backups')).filter((name) => name.startsWith('.'));
  expect(inside).toEqual([]);
  expect(await desk.get(['verify'])).toMatchObject({ faults: [] });
  countFaults({ fault: 'kill -9 during a backup', injected: moments.length, looked: found.length + 1, lost: 0 });
});

test('a restore that is killed at any moment left no desk or the whole one, and can be done again', {
  timeout: 120_000,
}, async () => {
  const { place } = await deskWithPlace();
  const [backup] = listBackups(place);
  for (const ms of moments) {
    const blank = new CommandLine(join(temporaryDirectory(), 'blank'));
    await killedAfter(start(['backup', 'restore', backup?.path ?? '', '--dir', blank.directory]), ms);
    const again = await blank.run(['backup', 'restore', backup?.path ?? '']);
    if (again.code !== 0) expect(again.json()).toMatchObject({ problem: { code: 'desk_exists' } });
    expect(await blank.get(['verify'])).toMatchObject({ faults: [] });
    expect(existsSync(join(blank.directory, '.setting-up'))).toBe(false);
  }
  countFaults({ fault: 'kill -9 during a restore', injected: moments.length, looked: moments.length, lost: 0 });
});
