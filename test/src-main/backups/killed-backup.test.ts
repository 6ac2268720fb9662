import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkBytes, listBackups, openBackup } from '../../../src-main/backups/list-backups.ts';
import { CommandLine, firstPerson, password } from '../../support/command-line.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const program = join(import.meta.dirname, '../../../src-main/cli.ts');
/** ms after a command has begun to write at which it is killed: while it writes, looks through and puts in place. */
const moments = [0, 10, 40, 100, 250];

function start(args: readonly string[]): ChildProcess {
  const all = [program, ...args, '--person', firstPerson];
  return spawn(process.execPath, all, { env: { ...process.env, CASE_DESK_PASSWORD: password }, stdio: 'ignore' });
}

/** Gives whether the command was killed; one that has ended by itself was not. */
async function killedAfter(child: ChildProcess, hasBegun: () => boolean, ms: number): Promise<boolean> {
  const ended = once(child, 'exit');
  while (child.exitCode === null && !hasBegun()) await setTimeout(1);
  const timer = globalThis.setTimeout(() => child.kill('SIGKILL'), ms);
  await ended;
  clearTimeout(timer);
  return child.signalCode === 'SIGKILL';
}

/** A kill in the middle of a sign-in counts as a wrong one: whoever comes next waits a moment. */
async function getAfterKill<T>(desk: CommandLine, args: readonly string[]): Promise<T> {
  const ran = await desk.run(args);
  if (ran.code === 0) return JSON.parse(ran.output);
  await setTimeout(refused.parse(ran.json()).problem.facts.seconds * 1_000);
  return desk.get<T>(args);
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

const refused = z.object({
  problem: z.object({ code: z.literal('sign_in_wait'), facts: z.object({ seconds: z.number() }) }),
});

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
  const backups = join(place, 'case-desk-backups');
  let killed = 0;
  for (const ms of moments) {
    const before = new Set(namesIn(backups));
    const hasBegun = () => namesIn(backups).some((name) => !before.has(name));
    if (await killedAfter(start(['backup', 'make', '--dir', desk.directory]), hasBegun, ms)) killed += 1;
  }
  expect(killed).toBeGreaterThan(0);
  const found = listBackups(place);
  expect(found.length).toBeGreaterThan(0);
  for (const { path } of found) expect(checkBytes(okValue(openBackup(path)))).toEqual({ ok: true, value: null });
  const last = await getAfterKill<{ path: string; faults: readonly string[] }>(desk, ['backup', 'make']);
  expect(last.faults).toEqual([]);
  const inside = namesIn(backups).filter((name) => name.startsWith('.'));
  expect(inside).toEqual([]);
  expect(await desk.get(['verify'])).toMatchObject({ faults: [] });
  countFaults({ fault: 'kill -9 during a backup', injected: killed, looked: found.length + 1, lost: 0 });
});

test('a restore that is killed at any moment left no desk or the whole one, and can be done again', {
  timeout: 120_000,
}, async () => {
  const { place } = await deskWithPlace();
  const [backup] = listBackups(place);
  let killed = 0;
  for (const ms of moments) {
    const blank = new CommandLine(join(temporaryDirectory(), 'blank'));
    const hasBegun = () => namesIn(blank.directory).length > 0;
    const restore = start(['backup', 'restore', backup?.path ?? '', '--dir', blank.directory]);
    if (await killedAfter(restore, hasBegun, ms)) killed += 1;
    const again = await blank.run(['backup', 'restore', backup?.path ?? '']);
    if (again.code !== 0) expect(again.json()).toMatchObject({ problem: { code: 'desk_exists' } });
    expect(await getAfterKill(blank, ['verify'])).toMatchObject({ faults: [] });
    expect(existsSync(join(blank.directory, '.setting-up'))).toBe(false);
  }
  expect(killed).toBeGreaterThan(0);
  countFaults({ fault: 'kill -9 during a restore', injected: killed, looked: moments.length, lost: 0 });
});
