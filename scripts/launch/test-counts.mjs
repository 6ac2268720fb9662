// Reads how many tests a runner passed and failed from the JSON report it wrote. A report that is missing or counts no
// test is a failure: a run that tests nothing has not passed.

import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */

/** @param {string} file @returns {any} */
function reportIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {string} file @returns {Counts} */
export function vitestCounts(file) {
  const report = reportIn(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    /** @param {{ status: string, assertionResults: unknown[] }} suite */
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {string} file @returns {Counts} */
export function playwrightCounts(file) {
  const report = reportIn(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * Adds up the runs; `stepsFailed` are steps other than test runners, each of which counts as one failure.
 * @param {readonly Counts[]} runs
 * @param {number} stepsFailed
 */
export function closingLine(runs, stepsFailed) {
  const sum = (/** @type {keyof Counts} */ key) => runs.reduce((total, run) => total + run[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  return `${sum('passed')} passed, ${sum('failed') + stepsFailed} failed${skipped}`;
}
