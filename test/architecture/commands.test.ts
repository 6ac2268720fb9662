// The README's two commands are the ones that CI runs, and every script that package.json names is there.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultOf } from '../../scripts/check-commit-message.mjs';
import { closingLine } from '../../scripts/launch/test-counts.mjs';
import { projectFolder, projectText } from '../support/project-files.ts';

function commandsIn(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith('npm ') ? line.split(' && ') : []));
}

it('runs in CI exactly the test command that the README begins with', () => {
  const readme = commandsIn(projectText('README.md'));
  expect(readme.slice(0, 4)).toEqual(['npm ci', 'npm start', 'npm ci', 'npm test']);
  expect(commandsIn(projectText('.ci/run'))).toEqual(readme.slice(2, 4));
  expect(projectText('.ci/run')).toContain('set -euo pipefail');
});

it('has every file that a script of package.json starts', () => {
  const scripts: Record<string, string> = JSON.parse(projectText('package.json')).scripts;
  const files = Object.values(scripts).flatMap((command) => /^node (\S+)/.exec(command)?.[1] ?? []);
  expect(files.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([]);
});

it('accepts Conventional Commits and says what is wrong with others', () => {
  const good = ['feat(start): open the desk', 'fix: keep the last page', 'feat(records)!: new field', 'Merge branch x'];
  expect(good.map(faultOf)).toEqual([null, null, null, null]);
  const bad = ['Added stuff', 'feat:no space', 'feat(A B): x', `fix: ${'x'.repeat(100)}`];
  expect(bad.map((subject) => faultOf(subject) === null)).toEqual([false, false, false, false]);
});

it('adds up the runs and counts a failed step as one failure', () => {
  const runs = [
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 0 },
  ];
  expect(closingLine(runs, 1)).toBe('5 passed, 2 failed');
  expect(closingLine([{ passed: 1, failed: 0, skipped: 2 }], 0)).toBe('1 passed, 0 failed, 2 skipped');
});
