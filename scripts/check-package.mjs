// Tries what electron-builder has put into dist/: the program's fuses stand as they should, and it opens a desk. Needs Node
// 24 and a display; run after `electron-builder` on the system it built for.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { inRoot } from './launch/places.mjs';
import { say } from './launch/say.mjs';

/** Milliseconds for the program to open the desk, and to end. */
const startLimit = 60_000;
const endLimit = 30_000;

const wantedFuses = /** @type {const} */ ({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
});

/** Where the packed program lies: `app` is what carries the fuses. */
function findProgram() {
  const folders = readdirSync(inRoot('dist'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const candidates = folders.flatMap(({ name }) => [
    { app: inRoot('dist', name, 'case-desk'), program: inRoot('dist', name, 'case-desk') },
    { app: inRoot('dist', name, 'Case Desk.exe'), program: inRoot('dist', name, 'Case Desk.exe') },
    {
      app: inRoot('dist', name, 'Case Desk.app'),
      program: inRoot('dist', name, 'Case Desk.app', 'Contents', 'MacOS', 'Case Desk'),
    },
  ]);
  const found = candidates.find(({ program }) => existsSync(program));
  if (found === undefined) throw new Error('there is no packed program in dist/');
  return found;
}

/** @param {string} app */
async function checkFuses(app) {
  const wire = await getCurrentFuseWire(app);
  for (const [name, isOn] of Object.entries(wantedFuses)) {
    const option = FuseV1Options[/** @type {keyof typeof wantedFuses} */ (name)];
    const state = wire[option];
    if (state !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
      throw new Error(`the fuse ${name} stands wrong: ${state}`);
  }
}

/**
 * @param {string} what
 * @param {() => boolean} holds
 * @param {number} limit milliseconds
 */
async function until(what, holds, limit) {
  const end = Date.now() + limit;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await sleep(100);
  }
}

/**
 * Opens a new desk with the packed program and ends it as the system would.
 * @param {string} program
 */
async function tryProgram(program) {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-package-'));
  const desk = join(folder, 'desk');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), APPDATA: join(folder, 'config') };
  const child = spawn(program, [...asRoot, '--dir', desk], { env, stdio: 'inherit' });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  try {
    await until('the desk is opened', () => ended() || existsSync(join(desk, 'desk.lock.pid')), startLimit);
    if (ended()) throw new Error(`the program ended with ${child.exitCode ?? child.signalCode}`);
    if (readFileSync(join(desk, 'desk.lock.pid'), 'utf8').trim() === String(child.pid))
      throw new Error('the desk is held by the main process, not by its service');
    child.kill('SIGTERM');
    await until('the program ends', ended, endLimit);
    // Windows has no signal: there the program is ended, not asked.
    if (process.platform !== 'win32' && child.exitCode !== 0)
      throw new Error(`ended with ${child.exitCode ?? child.signalCode}`);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const { app, program } = findProgram();
await checkFuses(app);
await tryProgram(program);
say('安装包检查通过', 'The packed program was checked: fuses, start, end');
