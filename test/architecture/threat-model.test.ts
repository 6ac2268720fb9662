// Every claim of the threat model names a test that is there: the file, and a title that holds the quoted words.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder, projectText } from '../support/project-files.ts';

const rows = projectText('docs/threat-model.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| claim') && !line.startsWith('| ---'));
const claim = /^\| (.+) \| `(test\/[\w./-]+)` «([^»]+)» \|$/;
/** Titles of tests and of what they stand in. */
const title = /\b(?:it|test|describe)(?:\.\w+)*(?:\([\s\S]*?\))??\(\s*(['"`])([^\n]*?)\1/g;

function titlesIn(path: string): readonly string[] {
  return [...projectText(path).matchAll(title)].map(([, , text]) => text ?? '');
}

it('has claims, and each of them its test', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => !claim.test(row))).toEqual([]);
});

it('names only tests that exist', () => {
  const missing = rows.flatMap((row) => {
    const [, , path = '', words = ''] = claim.exec(row) ?? [];
    if (!existsSync(join(projectFolder, path))) return [`${path} is not there`];
    return titlesIn(path).some((text) => text.includes(words)) ? [] : [`${path} has no test «${words}»`];
  });
  expect(missing).toEqual([]);
});

it('says of every attacker what does not hold', () => {
  const parts = projectText('docs/threat-model.md')
    .split(/^## \d+\. /m)
    .slice(1);
  expect(parts.filter((part) => !part.includes('**Does not hold**')).map((part) => part.split('\n')[0])).toEqual([]);
});
