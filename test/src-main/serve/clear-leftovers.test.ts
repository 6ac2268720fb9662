import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clearLeftovers } from '../../../src-main/serve/clear-leftovers.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const minute = 60_000;

function left(folder: string, name: string, age: number): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'page.pdf'), '姓名');
  const at = new Date(now - age);
  utimesSync(path, at, at);
  return path;
}

/** A process that makes a working folder as a print does, and goes on. */
async function printing(folder: string): Promise<{ readonly child: ChildProcess; readonly path: string }> {
  const program = join(import.meta.dirname, '../../support/printing-child.ts');
  const child = spawn(process.execPath, [program], { env: { ...process.env, TMPDIR: folder, TMP: folder } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [path] = await once(required(child.stdout, 'it speaks').setEncoding('utf8'), 'data');
  return { child, path: String(path) };
}

test('folders of prints and key files that a killed process left are gone after the next start; others stay', async () => {
  const folder = temporaryDirectory();
  const killed = await printing(folder);
  const alive = await printing(folder);
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  const kept = [left(folder, 'somebody-else', 90 * minute), left(folder, 'case-desk-other-1-abc', 90 * minute)];
  expect([existsSync(killed.path), existsSync(alive.path)]).toEqual([true, true]);
  expect(clearLeftovers(folder, Date.now())).toBe(1);
  expect([existsSync(killed.path), existsSync(alive.path), ...kept.map(existsSync)]).toEqual([false, true, true, true]);
  expect(clearLeftovers(join(folder, 'none'), now)).toBe(0);
});

test('what is older than any such work goes, whoever has the number of its process now', () => {
  const folder = temporaryDirectory();
  const old = left(folder, `case-desk-keys-${process.pid}-abc`, 61 * minute);
  const young = left(folder, `case-desk-print-${process.pid}-abc`, 59 * minute);
  expect(clearLeftovers(folder, now)).toBe(1);
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});
