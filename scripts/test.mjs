// `npm test`: installs if needed, then checks, unit tests, build, browser tests and, where Electron is there, its suite.
// Everything is run even after a failure; the last line counts all tests. `--only unit|e2e|electron` runs one part, and
// what follows is handed to the runner.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { buildStale } from './launch/build.mjs';
import { findElectron, hasDisplay } from './launch/electron.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';
import { say } from './launch/say.mjs';
import { closingLine, playwrightCounts, vitestCounts } from './launch/test-counts.mjs';

const args = process.argv.slice(2);
const only = args[0] === '--only' ? args[1] : undefined;
const forRunner = only === undefined ? [] : args.slice(2);

const node = await ensureInstalled();
/** @type {import('./launch/test-counts.mjs').Counts[]} */
const counted = [];
let stepsFailed = 0;

/** @param {string} name a part of the whole run */
function isWanted(name) {
  return only === undefined || only === name;
}

/** @param {string} title */
function heading(title) {
  process.stdout.write(`\n== ${title}\n`);
}

/** @param {string} name @param {number} code the exit code of a step that counts no tests */
function noteStep(name, code) {
  if (code === 0) return;
  stepsFailed += 1;
  process.exitCode = 1;
  process.stdout.write(`${name} failed (exit code ${code})\n`);
}

/**
 * Runs a test runner and counts from its report; a runner that fails without a failed test still counts as one failure.
 * @param {readonly string[]} command
 * @param {string} report
 * @param {(file: string) => import('./launch/test-counts.mjs').Counts} read
 * @param {NodeJS.ProcessEnv} [more]
 */
async function runTests(command, report, read, more = {}) {
  mkdirSync(inRoot('test-results'), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await run(node, [...command, ...forRunner], { env: { ...process.env, ...more } });
  const counts = read(report);
  counted.push(counts);
  if (counts.failed > 0) process.exitCode = 1;
  else noteStep('the test runner', code);
  if (counts.passed + counts.failed === 0) noteStep('a run that counts no test', 1);
}

function unitTests() {
  const report = inRoot('test-results', 'vitest.json');
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runTests([vitest, 'run', ...reporters], report, vitestCounts);
}

/** @param {'e2e' | 'electron'} project */
function playwrightTests(project) {
  const report = inRoot('test-results', `playwright-${project}.json`);
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const command = [playwright, 'test', `--project=${project}`];
  return runTests(command, report, playwrightCounts, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
}

/** Whether the folder of the Electron suite has a test; a fresh project has none. */
function hasElectronSuite() {
  return readdirSync(inRoot('test'), { recursive: true }).some((file) =>
    /^electron[\\/].*\.spec\.ts$/.test(String(file)),
  );
}

/** @returns {string} why the Electron suite cannot run here; empty when it can */
function electronIsMissing() {
  if (!hasElectronSuite()) return 'it has no test';
  if (findElectron() === null) return 'its program is not here';
  return hasDisplay() ? '' : 'there is no display';
}

async function electronTests() {
  const why = electronIsMissing();
  if (why === '') await playwrightTests('electron');
  else if (only === 'electron') noteStep(`the Electron suite could not run (${why})`, 1);
  else say('Electron 测试未运行', `The Electron suite did NOT run: ${why}`);
}

if (isWanted('check')) {
  heading('check');
  noteStep('check', (await run(node, [inRoot('scripts', 'check.mjs')])).code);
}
if (isWanted('unit')) {
  heading('unit and integration tests');
  await unitTests();
}
if (isWanted('e2e') || isWanted('electron')) {
  heading('build');
  const code = await buildStale(node);
  noteStep('build', code);
  if (code === 0 && isWanted('e2e')) {
    heading('browser tests');
    await playwrightTests('e2e');
  }
  if (code === 0 && isWanted('electron')) {
    heading('Electron tests');
    await electronTests();
  }
}

process.stdout.write(`\n${closingLine(counted, stepsFailed)}\n`);
