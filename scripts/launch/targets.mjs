// What is built, from what: the three parts of `out/`, and how to tell that one is stale.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './places.mjs';

const settings = ['package-lock.json', 'electron.vite.config.ts', 'scripts/launch/targets.mjs'];

/** Each part of the build: the sources it is made from, and a file that it always leaves behind. */
export const targets = {
  main: {
    sources: ['src-main', 'src-node', 'src-shared'],
    entry: 'src-main/browser.ts',
    product: 'out/main/browser.js',
  },
  preload: {
    sources: ['src-main/preload.ts', 'src-shared'],
    entry: 'src-main/preload.ts',
    product: 'out/preload/index.cjs',
  },
  renderer: {
    sources: ['src-renderer', 'src-shared'],
    entry: 'src-renderer/index.html',
    product: 'out/renderer/index.html',
  },
};

/** @typedef {keyof typeof targets} Target */

/** @param {string} path @returns {string[]} every file at or below it, in a fixed order */
function filesAt(path) {
  if (!existsSync(inRoot(path))) return [];
  const entries = readdirSync(inRoot(path), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} path */
function isFolder(path) {
  return !path.includes('.');
}

/** @param {Target} target @returns {string} a hash of everything the target is made from */
function fingerprint(target) {
  const hash = createHash('sha256');
  const { sources } = targets[target];
  const files = [...settings, ...sources].flatMap((path) => (isFolder(path) ? filesAt(path) : [inRoot(path)]));
  for (const file of files.filter((path) => existsSync(path)))
    hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {Target} target */
function stampOf(target) {
  return inRoot('out', '.built', target);
}

/** Targets whose entry exists and whose product is missing or made from other sources; with what to stamp them. */
export function staleTargets() {
  const names = /** @type {Target[]} */ (Object.keys(targets));
  return names
    .filter((name) => existsSync(inRoot(targets[name].entry)))
    .map((name) => ({ name, fingerprint: fingerprint(name) }))
    .filter(({ name, fingerprint: now }) => {
      const stamp = stampOf(name);
      return !existsSync(inRoot(targets[name].product)) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now;
    });
}

/** @param {ReturnType<typeof staleTargets>} built */
export function stampTargets(built) {
  for (const { name, fingerprint: made } of built) {
    mkdirSync(dirname(stampOf(name)), { recursive: true });
    writeFileSync(stampOf(name), made);
  }
}
