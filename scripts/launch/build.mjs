// Builds what is stale, one build at a time on this tree, and nothing when nothing changed.

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { updateKindList } from '../list-kinds.mjs';
import { inRoot } from './places.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { staleTargets, stampTargets } from './targets.mjs';

const lockFile = inRoot('out', '.building');

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @returns {boolean} whether this process now holds the lock */
function takeLock() {
  mkdirSync(inRoot('out'), { recursive: true });
  try {
    const file = openSync(lockFile, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Takes away the lock of a builder that died. */
function dropDeadLock() {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    if (holder !== 0 && !isAlive(holder)) rmSync(lockFile, { force: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}

/**
 * Brings `out/` up to date. Gives the exit code of the build.
 * @param {string} node a Node 24
 * @param {readonly import('./targets.mjs').Target[]} [wanted] the parts that matter; all of them when left out
 */
export async function buildStale(node, wanted) {
  updateKindList();
  if (staleOf(wanted).length === 0) return 0;
  while (!takeLock()) {
    dropDeadLock();
    await wait(100);
  }
  try {
    return await buildLocked(node, wanted);
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** @param {readonly import('./targets.mjs').Target[]} [wanted] */
function staleOf(wanted) {
  return staleTargets().filter(({ name }) => wanted === undefined || wanted.includes(name));
}

/**
 * @param {string} node
 * @param {readonly import('./targets.mjs').Target[]} [wanted]
 */
async function buildLocked(node, wanted) {
  const stale = staleOf(wanted);
  if (stale.length === 0) return 0;
  say('正在构建……', `Building ${stale.map(({ name }) => name).join(', ')}…`);
  const electronVite = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const env = { ...process.env, DESK_BUILD_TARGETS: stale.map(({ name }) => name).join(',') };
  const { code, output } = await run(node, [electronVite, 'build'], { env, quiet: true });
  if (code === 0) stampTargets(stale);
  else process.stderr.write(output);
  return code;
}
