// `npm start`: installs and builds what is missing, then opens the desk: in Electron's window where Electron can be had, in
// the system's browser where it cannot. Own options: --no-electron, --fetch-electron; the others go to the desk.

import { existsSync } from 'node:fs';
import { buildStale } from './launch/build.mjs';
import { fetchElectron, hasDisplay } from './launch/electron.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { inRoot, root } from './launch/places.mjs';
import { run } from './launch/run.mjs';
import { say } from './launch/say.mjs';

const own = ['--no-electron', '--fetch-electron'];
const args = process.argv.slice(2);
const forDesk = args.filter((arg) => !own.includes(arg));
/** Relative paths mean the folder where the person typed the command, not the project's. */
const cwd = process.env.INIT_CWD ?? process.cwd();
/** An Electron that ends this soon (ms) with an error never showed a window (no sandbox, missing libraries). */
const tooShort = 5000;

/**
 * @param {string} node
 * @returns {Promise<string | null>} Electron's program, or null when the browser shell is to be opened
 */
async function chooseElectron(node) {
  if (args.includes('--no-electron') || !existsSync(inRoot('out', 'main', 'electron.js'))) return null;
  if (!hasDisplay()) {
    say('没有图形界面，改用浏览器外壳', 'No display: opening the browser shell instead of Electron');
    return null;
  }
  const electron = await fetchElectron(node, args.includes('--fetch-electron'));
  if (electron === null) {
    say(
      '无法取得 Electron，改用浏览器外壳（可设 ELECTRON_MIRROR 后加 --fetch-electron 重试）',
      'Electron cannot be had: opening the browser shell (set ELECTRON_MIRROR and add --fetch-electron to try again)',
    );
  }
  return electron;
}

/** @param {string} electron @returns {Promise<number | null>} its exit code; null when it could not start at all */
async function runElectron(electron) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = Date.now();
  const { code } = await run(electron, [...asRoot, root, ...forDesk], { cwd });
  const never = code !== 0 && code < 128 && Date.now() - started < tooShort;
  const crashed = code >= 132 && code <= 139 && Date.now() - started < tooShort;
  return never || crashed ? null : code;
}

/** @param {string} node @returns {Promise<number>} the exit code */
async function openDesk(node) {
  const electron = await chooseElectron(node);
  if (electron !== null) {
    const code = await runElectron(electron);
    if (code !== null) return code;
    say('Electron 无法启动，改用浏览器外壳', 'Electron could not start: opening the browser shell');
  }
  const { code } = await run(node, [inRoot('out', 'main', 'browser.js'), ...forDesk], { cwd });
  return code;
}

const node = await ensureInstalled();
const built = await buildStale(node);
process.exitCode = built === 0 ? await openDesk(node) : built;
