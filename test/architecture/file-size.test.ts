// A file is one idea: past 300 lines it is split or listed here with its reason, past 500 it is never accepted.

import { expect, it } from 'vitest';
import { projectFiles, projectText, sourceFiles } from '../support/project-files.ts';

/** Files between 300 and 500 lines, each with the reason why it is one idea all the same. */
const longFiles: Readonly<Record<string, string>> = {};

const splitPast = 300;
const neverPast = 500;

function linesOf(path: string): number {
  return projectText(path).trimEnd().split('\n').length;
}

const files = [...sourceFiles(), ...projectFiles('test', ['.ts', '.tsx']), ...projectFiles('scripts', ['.mjs'])];

it('keeps every file below 500 lines, and below 300 unless a reason is given', () => {
  const long = files
    .map((path) => ({ path, lines: linesOf(path) }))
    .filter(({ path, lines }) => lines > neverPast || (lines > splitPast && longFiles[path] === undefined));
  expect(long).toEqual([]);
});

it('gives reasons only for files that need one', () => {
  const needless = Object.keys(longFiles).filter((path) => !files.includes(path) || linesOf(path) <= splitPast);
  expect(needless).toEqual([]);
});

it('keeps the median source file below 110 lines', () => {
  const lengths = sourceFiles()
    .map(linesOf)
    .sort((left, right) => left - right);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(110);
});
