// `npm run faults [-- --write]`: plays every fault of disks, clocks, processes and sticks, and prints how many were put in,
// how many were survived, how many acknowledged saves were looked for and how many of them were gone. `--write` keeps the
// figures in docs/reliability.md. Fails when a fault was not survived or anything was lost.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

/** Tests that put faults in; each tells its figures when it has survived them. */
const tests = [
  'test/faults',
  'test/src-main/backups/killed-backup.test.ts',
  'test/src-main/backups/restored-sync.test.ts',
  'test/src-main/bundles/killed.test.ts',
  'test/src-main/database/desk-lock.test.ts',
  'test/src-main/records/full-disk.test.ts',
  'test/src-main/records/killed.test.ts',
  'test/src-main/repair/repair.test.ts',
  'test/src-main/sync/killed-sync.test.ts',
  'test/src-node/bundles/media.test.ts',
  'test/src-server/bundles/import-faults.test.ts',
];

/** @typedef {{ fault: string, injected: number, looked: number, lost: number }} Figures */

/** Minutes after which the run is ended. */
const patience = 15;
const folder = mkdtempSync(join(tmpdir(), 'case-desk-faults-'));
const file = join(folder, 'figures.ndjson');
const reportFile = join(folder, 'report.json');
writeFileSync(file, '');
const node = await ensureInstalled();
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${reportFile}`, ...tests];
const { code } = await run(node, vitest, {
  env: { ...process.env, CASE_DESK_FAULT_FIGURES: file, NO_COLOR: '1' },
  timeoutMs: patience * 60_000,
});
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const figures = lines.map((line) => /** @type {Figures} */ (JSON.parse(line)));
figures.sort((left, right) => left.fault.localeCompare(right.fault, 'en'));
for (const sentence of failedTests()) process.stdout.write(`FAILED ${sentence}\n`);
rmSync(folder, { recursive: true, force: true });

const lost = figures.reduce((sum, one) => sum + one.lost, 0);
const table = toTable(figures, code === 0);
process.stdout.write(`\n${table}\n`);
if (process.argv.includes('--write')) keep(table);
if (code !== 0 || lost > 0 || figures.length === 0) process.exitCode = 1;

/** @returns {string[]} */
function failedTests() {
  try {
    /** @type {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    return all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  } catch {
    return ['the tests did not come to their end'];
  }
}

/**
 * @param {readonly Figures[]} rows
 * @param {boolean} isWhole whether every test came to its end
 */
function toTable(rows, isWhole) {
  const sum = (/** @type {'injected' | 'looked' | 'lost'} */ what) => rows.reduce((total, row) => total + row[what], 0);
  const body = rows.map((row) => `| ${row.fault} | ${row.injected} | ${row.injected} | ${row.looked} | ${row.lost} |`);
  const total = `| **all** | **${sum('injected')}** | **${sum('injected')}** | **${sum('looked')}** | **${sum('lost')}** |`;
  const head = ['| fault | injected | survived | saves looked for | lost |', '| --- | ---: | ---: | ---: | ---: |'];
  return [...head, ...body, total, ...(isWhole ? [] : ['', 'Not every fault was survived: see above.'])].join('\n');
}

/** @param {string} text */
function keep(text) {
  const page = inRoot('docs', 'reliability.md');
  const [before, after] = ['<!-- figures -->', '<!-- /figures -->'];
  const old = readFileSync(page, 'utf8');
  const [start, end] = [old.indexOf(before) + before.length, old.indexOf(after)];
  writeFileSync(page, `${old.slice(0, start)}\n${text}\n${old.slice(end)}`);
}
