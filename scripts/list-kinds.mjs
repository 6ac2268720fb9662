// Writes src-shared/records/kinds/all-kinds.ts from the files in that folder, so that adding a kind touches only its own
// file. `--check` changes nothing and fails when the list is not current.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../src-shared/records/kinds/', import.meta.url);
const listFile = new URL('all-kinds.ts', folder);

/**
 * Text of the list for these file names (`found-item.ts` exports `foundItem`), in alphabetical order, as the formatter
 * would write it.
 * @param {readonly string[]} fileNames
 * @returns {string}
 */
export function kindListSource(fileNames) {
  const kinds = fileNames.filter((name) => name.endsWith('.ts') && name !== 'all-kinds.ts');
  const names = kinds.map((name) => name.slice(0, -'.ts'.length)).sort();
  const oneLine = `export const allKinds: readonly Kind[] = [${names.map(exportName).join(', ')}];`;
  const manyLines = names.map((name) => `  ${exportName(name)},`);
  return [
    '// Made by `node scripts/list-kinds.mjs` from the files of this folder; not written by hand.',
    '',
    "import type { Kind } from '../kind.ts';",
    ...names.map((name) => `import { ${exportName(name)} } from './${name}.ts';`),
    '',
    ...(oneLine.length <= 120 ? [oneLine] : ['export const allKinds: readonly Kind[] = [', ...manyLines, '];']),
    '',
  ].join('\n');
}

/** @param {string} fileName */
function exportName(fileName) {
  return fileName.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** The list as it ought to be now. */
export function currentKindList() {
  return kindListSource(
    readdirSync(folder, { withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => file.name),
  );
}

/** Writes the list when it is stale; says whether it was. */
export function updateKindList() {
  const source = currentKindList();
  if (writtenKindList() === source) return false;
  writeFileSync(listFile, source);
  return true;
}

export function writtenKindList() {
  try {
    return readFileSync(listFile, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) updateKindList();
  else if (writtenKindList() !== currentKindList()) {
    process.stderr.write('src-shared/records/kinds/all-kinds.ts is not current: run `node scripts/list-kinds.mjs`\n');
    process.exitCode = 1;
  }
}
