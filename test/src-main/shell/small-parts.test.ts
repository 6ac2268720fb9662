// The shell's small decisions: restarts, places of windows, names of files, the command line, words.

import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { deskArguments, profileFolder, serviceArguments } from '../../../src-main/shell/desk-arguments.ts';
import { createOneAtATime } from '../../../src-main/shell/one-at-a-time.ts';
import { createRestartPlan } from '../../../src-main/shell/restart-plan.ts';
import { safeFileName } from '../../../src-main/shell/safe-file-name.ts';
import { shellLanguage } from '../../../src-main/shell/shell-words.ts';
import { boundsOnScreen } from '../../../src-main/shell/window-bounds.ts';
import { ok } from '../../../src-shared/base/result.ts';

it('waits longer before each restart, then asks; a service that ran well starts the count anew', () => {
  let now = 0;
  const plan = createRestartPlan(() => now);
  const fallAfter = (milliseconds: number) => {
    plan.started();
    now += milliseconds;
    return plan.ended();
  };
  expect([1, 2, 3, 4, 5, 6].map(() => fallAfter(1_000))).toEqual([250, 500, 1_000, 2_000, 4_000, null]);
  expect(fallAfter(120_000)).toBe(250);
  expect(fallAfter(119_999)).toBe(500);
  plan.forget();
  expect(fallAfter(0)).toBe(250);
});

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 984 };

it.for([
  ['the middle of the main screen the first time', null, { x: 277, y: 136, width: 1366, height: 768 }],
  ['where it was', { x: 100, y: 50, width: 1400, height: 900 }, { x: 100, y: 50, width: 1400, height: 900 }],
  [
    'on the second screen where it was',
    { x: 2000, y: 10, width: 1100, height: 700 },
    { x: 2000, y: 10, width: 1100, height: 700 },
  ],
  [
    'back on the main screen when its screen is gone',
    { x: 5000, y: 3000, width: 1366, height: 768 },
    { x: 554, y: 272, width: 1366, height: 768 },
  ],
  ['its title bar in reach', { x: 300, y: -200, width: 1366, height: 768 }, { x: 300, y: 0, width: 1366, height: 768 }],
  [
    'no larger than its screen',
    { x: 1900, y: 0, width: 3000, height: 2000 },
    { x: 1920, y: 0, width: 1280, height: 984 },
  ],
] as const)('opens the window %s', ([, wanted, expected]) => {
  expect(boundsOnScreen(wanted, main, [main, right])).toEqual(expected);
});

it.for([
  ['受理回执 №12.pdf', '受理回执 №12.pdf'],
  ['a/b\\c:d*e?"<>|.pdf', 'a_b_c_d_e_____.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['con.pdf', '_con.pdf'],
  ['LPT1', '_LPT1'],
  [' . name . ', 'name'],
  ['\u202Efdp.exe', '_fdp.exe'],
  ['a\u0000b\ud800.txt', 'a_b_.txt'],
  ['///', 'Case Desk'],
  ['', 'Case Desk'],
  [`${'案'.repeat(100)}.pdf`, `${'案'.repeat(65)}.pdf`],
] as const)('proposes for the name %j the file name %j', ([name, expected]) => {
  expect(safeFileName(name, 'Case Desk')).toBe(expected);
});

it('finds its own options among those of Chromium and hands them to the service', () => {
  const args = ['--no-sandbox', '/somewhere', '--dir', 'desk one', '--sample', '--disable-gpu'];
  expect(deskArguments(args, '/home/a')).toEqual({ directory: resolve('/home/a', 'desk one'), sample: true });
  expect(deskArguments(['--dir=/data/desk'], '/home/a')).toEqual({ directory: resolve('/data/desk'), sample: false });
  expect(deskArguments(['--dir', '--sample'], '/home/a')).toEqual({ directory: null, sample: true });
  expect(serviceArguments({ directory: '/data/desk', sample: true })).toEqual(['--dir', '/data/desk', '--sample']);
  expect(serviceArguments({ directory: null, sample: false })).toEqual([]);
});

it('keeps one profile for each desk, so that a second start is told apart from a second desk', () => {
  const folders = [
    { directory: null, sample: false },
    { directory: null, sample: true },
    { directory: '/a', sample: false },
    { directory: '/b', sample: false },
  ].map((desk) => profileFolder('/data', desk));
  expect(new Set(folders).size).toBe(4);
  expect(folders[0]).toBe(join('/data', 'Case Desk', 'window'));
});

it('lets one dialog be open at a time, and another one after it', async () => {
  const oneAtATime = createOneAtATime();
  let finish: () => void = () => undefined;
  const first = oneAtATime(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return ok(1);
  });
  expect(await oneAtATime(async () => ok(2))).toEqual({ ok: false, problem: { code: 'shell_dialog_open' } });
  finish();
  expect([await first, await oneAtATime(async () => ok(3))]).toEqual([ok(1), ok(3)]);
  await expect(oneAtATime(() => Promise.reject(new Error('fell')))).rejects.toThrow('fell');
  expect(await oneAtATime(async () => ok(4))).toEqual(ok(4));
});

it('speaks Chinese unless English comes first', () => {
  const preferences = [['zh-CN', 'en'], ['en-US', 'zh-CN'], ['de', 'en'], ['de'], []];
  expect(preferences.map(shellLanguage)).toEqual(['zh', 'en', 'en', 'zh', 'zh']);
});
