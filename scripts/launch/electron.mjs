// Electron's binary: is it there, can it be had, can it show a window here.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inRoot } from './places.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const folder = inRoot('node_modules', 'electron');
const failureNote = inRoot('.cache', 'electron-missing.json');
/** A failed download is not tried again for this long (ms), so that every start after it is quick. */
const pauseAfterFailure = 6 * 60 * 60 * 1000;
/** A download that takes longer than this (ms) is given up. */
const longestDownload = 15 * 60 * 1000;

/** @param {string} file */
function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** @returns {string} the version that the lock asks for; empty when the package is not installed */
function wantedVersion() {
  const manifest = textOf(inRoot('node_modules', 'electron', 'package.json'));
  return manifest === '' ? '' : JSON.parse(manifest).version;
}

/** The path of Electron's program, or null while it has not been fetched. */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = textOf(inRoot('node_modules', 'electron', 'path.txt'));
  if (program === '') return null;
  const path = override ? `${override}/${program}` : inRoot('node_modules', 'electron', 'dist', program);
  const version = textOf(inRoot('node_modules', 'electron', 'dist', 'version')).replace(/^v/, '');
  return existsSync(path) && (override || version === wantedVersion()) ? path : null;
}

/** True when the last download failed a short while ago and for this same version. */
function failedLately() {
  const note = textOf(failureNote);
  if (note === '') return false;
  try {
    const { version, at } = JSON.parse(note);
    return version === wantedVersion() && Date.now() - at < pauseAfterFailure;
  } catch {
    // A note that cannot be read tells nothing: try the download again.
    return false;
  }
}

/** @param {string} output what the installer printed @returns {string} its reason in a few words */
function reasonIn(output) {
  const line =
    output.split('\n').find((text) => /error|failed|refused|timed? ?out|ENOTFOUND|EAI_AGAIN/i.test(text)) ?? '';
  return line.trim().slice(0, 120) || 'download failed';
}

/**
 * Fetches Electron's program once. `ELECTRON_MIRROR` in the environment names another place to fetch it from.
 * @param {string} node
 * @param {boolean} again try even when it failed lately
 * @returns {Promise<string | null>} the program, or null when it cannot be had
 */
export async function fetchElectron(node, again) {
  const there = findElectron();
  if (there !== null || wantedVersion() === '' || (failedLately() && !again)) return there;
  const slow = setTimeout(
    () => say('正在下载 Electron（约 110 MB，仅一次）……', 'Downloading Electron (about 110 MB, once)…'),
    1500,
  );
  const { code, output } = await run(node, [`${folder}/install.js`], { quiet: true, timeoutMs: longestDownload });
  clearTimeout(slow);
  const fetched = code === 0 ? findElectron() : null;
  if (fetched !== null) rmSync(failureNote, { force: true });
  else rememberFailure(reasonIn(output));
  return fetched;
}

/** @param {string} reason */
function rememberFailure(reason) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(failureNote, JSON.stringify({ version: wantedVersion(), at: Date.now(), reason }));
}

/** Whether a window can be shown at all. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
