// Every numbered rule of a specification has a test that is named after it, and no test names a rule that does not exist.

import { expect, it } from 'vitest';
import { projectFiles, projectText } from '../support/project-files.ts';

/** A rule begins a line or a list item or a table cell in bold: `**H1**`. */
const ruleMark = /(?:^|\n)[\s|>*-]*\*\*([A-Z]{1,2}\d{1,3})\*\*/g;
/** A test's name begins with its rules: `[H1]`, `[H1, H4]` or `[H1][H4]`. */
const citedAtStart =
  /\b(?:it|test|describe)(?:\.each)?\b[\s\S]{0,400}?\(\s*(['"`])((?:\[[A-Z]{1,2}\d{1,3}(?:, ?[A-Z]{1,2}\d{1,3})*\]\s*)+)/g;

const specs = projectFiles('docs', ['-spec.md']);
const tests = projectFiles('test', ['.test.ts', '.test.tsx', '.spec.ts']).filter(
  (path) => !path.endsWith('spec-coverage.test.ts'),
);

function rulesIn(path: string): string[] {
  return [...projectText(path).matchAll(ruleMark)].map((match) => match[1] ?? '');
}

function citedIn(path: string): string[] {
  const starts = [...projectText(path).matchAll(citedAtStart)].map((match) => match[2] ?? '');
  return starts.flatMap((start) => [...start.matchAll(/[A-Z]{1,2}\d{1,3}/g)].map(([rule]) => rule));
}

const rules = specs.flatMap(rulesIn);
const cited = new Set(tests.flatMap(citedIn));

it('gives every rule of a specification a test named after it', () => {
  expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
});

it('names no test after a rule that is not there', () => {
  const prefixes = new Set(rules.map((rule) => rule.replace(/\d+/, '')));
  const strangers = [...cited].filter((rule) => prefixes.has(rule.replace(/\d+/, '')) && !rules.includes(rule));
  expect(strangers).toEqual([]);
});

it('numbers no rule twice', () => {
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});
