// The table of layers, the page that shows it, the lint that enforces it and the files it is about say the same.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, describe, expect, it } from 'vitest';
import settings from '../../.dependency-cruiser.mjs';
import { assert } from '../../src-shared/base/assert.ts';
import { projectText, sourceFiles } from '../support/project-files.ts';
import { layerOf } from './layer-rules.ts';
import { layerTable } from './layer-table.ts';
import { layers } from './layers.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs the real rules over a made-up tree and gives the names of the rules that it breaks. */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-layers-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const roots = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))].filter(
    (root) => root !== 'node_modules',
  );
  const options = { ...settings.options, baseDir: folder, ruleSet: { forbidden: settings.forbidden }, validate: true };
  const { output } = await cruise(roots, options as ICruiseOptions);
  assert(typeof output === 'object', 'without a reporter the answer is an object');
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

describe('the table of layers', () => {
  it('is the table in docs/architecture.md (npm run layers writes it)', () => {
    expect(projectText('docs/architecture.md').replaceAll('\r\n', '\n')).toContain(layerTable());
  });

  it('names only rows that exist', () => {
    const known = layers.map(({ path }) => path);
    const unknown = layers.flatMap(({ imports }) => imports).filter((path) => !known.includes(path));
    expect({ unknown, repeated: known.filter((path, index) => known.indexOf(path) !== index) }).toEqual({
      unknown: [],
      repeated: [],
    });
  });

  it('has a row for every source file', () => {
    const strays = sourceFiles().filter((file) => !file.endsWith('.d.ts') && layerOf(file) === undefined);
    expect(strays).toEqual([]);
  });
});

describe('the lint made from it', () => {
  it('lets an import in the right direction pass', async () => {
    const files = {
      'src-shared/base/a.ts': 'export const a = 1;\n',
      'src-shared/history/b.ts': "import { a } from '../base/a.ts';\nexport const b = a;\n",
    };
    expect(await brokenRules(files)).toEqual([]);
  });

  it('refuses an import against the direction, a type as much as a value', async () => {
    const files = {
      'src-shared/base/a.ts': "import type { B } from '../history/b.ts';\nexport type A = B;\n",
      'src-shared/history/b.ts': 'export type B = 1;\n',
    };
    expect(await brokenRules(files)).toEqual(['src-shared/base imports only its rows']);
  });

  it('refuses one feature of the window importing another', async () => {
    const files = {
      'src-renderer/lists/a.ts': "import { b } from '../settings/b.ts';\nexport const a = b;\n",
      'src-renderer/settings/b.ts': "import { c } from './c.ts';\nexport const b = c;\n",
      'src-renderer/settings/c.ts': 'export const c = 1;\n',
    };
    expect(await brokenRules(files)).toEqual(['src-renderer/* imports only its rows']);
  });

  it('refuses a package where it does not belong', async () => {
    const electron = {
      'node_modules/electron/package.json': '{ "name": "electron", "main": "index.js" }',
      'node_modules/electron/index.js': 'module.exports = {};\n',
      'package.json': '{ "dependencies": { "electron": "1.0.0" } }',
    };
    const use = "import { app } from 'electron';\nexport const a = app;\n";
    expect(await brokenRules({ ...electron, 'src-main/shell/a.ts': use })).toEqual([]);
    expect(await brokenRules({ ...electron, 'src-main/stores/a.ts': use })).toEqual([
      'src-main/stores imports only its packages',
    ]);
  });

  it('refuses the window reaching into the desk, Node in shared code, cycles, and files without a row', async () => {
    const files = {
      'src-renderer/lists/a.ts': "import { b } from '../../src-main/stores/b.ts';\nexport const a = b;\n",
      'src-main/stores/b.ts': 'export const b = 1;\n',
      'src-shared/base/c.ts': "import { readFileSync } from 'node:fs';\nexport const c = readFileSync;\n",
      'src-shared/sync/d.ts': "import { e } from './e.ts';\nexport const d = () => e;\n",
      'src-shared/sync/e.ts': "import { d } from './d.ts';\nexport const e = () => d;\n",
      'src-shared/misc/f.ts': "import { b } from '../../src-main/stores/b.ts';\nexport const f = b;\n",
    };
    expect([...new Set(await brokenRules(files))].sort()).toEqual([
      'every source file has a row',
      'no Node in shared code or the window',
      'no import cycle',
      'src-renderer/* imports only its rows',
    ]);
  });
});
