// A kind is one file: nothing outside `src-shared/records/kinds` knows any kind by its key, and the list of kinds is
// made from the folder.

import { describe, expect, it } from 'vitest';
import { currentKindList, kindListSource, writtenKindList } from '../../scripts/list-kinds.mjs';
import { codeLists } from '../../src-shared/records/code-lists.ts';
import { createKindRegistry } from '../../src-shared/records/kind-registry.ts';
import { allKinds } from '../../src-shared/records/kinds/all-kinds.ts';
import { projectText, sourceFiles } from '../support/project-files.ts';

/** Where kinds may be named: their own declarations, the words of the window, and the sample records. */
const homes = [/^src-shared\/records\/kinds\//, /^src-renderer\/words\//, /(^|\/)sample[^/]*(\/|\.ts$)/];
const outside = sourceFiles().filter((path) => !homes.some((home) => home.test(path)));

/** Kind keys written as text in a source file. */
function kindsNamedIn(source: string, keys: readonly string[]): string[] {
  return keys.filter((key) => new RegExp(`(['"\`])${key}\\1`).test(source));
}

describe('kinds', () => {
  const keys = allKinds.map(({ key }) => key);

  it('are listed as the folder has them', () => {
    expect(writtenKindList()).toBe(currentKindList());
  });

  it('are listed by file name, helpers in subfolders left out', () => {
    expect(kindListSource(['rescue-call.ts', 'all-kinds.ts', 'key-loan.ts', 'notes.md'])).toBe(
      [
        '// Made by `node scripts/list-kinds.mjs` from the files of this folder; not written by hand.',
        '',
        "import type { Kind } from '../kind.ts';",
        "import { keyLoan } from './key-loan.ts';",
        "import { rescueCall } from './rescue-call.ts';",
        '',
        'export const allKinds: readonly Kind[] = [keyLoan, rescueCall];',
        '',
      ].join('\n'),
    );
  });

  it('fit together', () => {
    expect(createKindRegistry(allKinds, codeLists).all).toHaveLength(keys.length);
    expect(keys.length).toBeGreaterThanOrEqual(6);
  });

  it('are named by their keys nowhere else', () => {
    const namedAt = outside.flatMap((path) => kindsNamedIn(projectText(path), keys).map((key) => `${path}: ${key}`));
    expect(namedAt).toEqual([]);
  });

  it('are imported through the list alone', () => {
    const importing = outside.filter((path) => /records\/kinds\/(?!all-kinds\.ts)/.test(projectText(path)));
    expect(importing).toEqual([]);
  });

  it('would be found if they were named', () => {
    expect(kindsNamedIn("if (kind === 'visit') print();", ['visit', 'rescue'])).toEqual(['visit']);
    expect(kindsNamedIn('// a visit of the rescue team', ['visit', 'rescue'])).toEqual([]);
  });
});
