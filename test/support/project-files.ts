// The project's own files, as the tests of its shape read them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

const notOurs = new Set([
  'node_modules',
  'out',
  'dist',
  '.git',
  '.cache',
  'test-results',
  'playwright-report',
  'coverage',
]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesBelow(path);
    return [relative(projectFolder, path).split(sep).join('/')];
  });
}

/** Paths from the project's folder, with `/`, of every file at or below `folder` that ends so; sorted. */
export function projectFiles(folder: string, endings: readonly string[] = ['']): readonly string[] {
  const place = join(projectFolder, folder);
  if (!existsSync(place)) return [];
  return filesBelow(place)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort();
}

/** The text of a project file. */
export function projectText(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

/** Every source file of the product. */
export function sourceFiles(): readonly string[] {
  return ['src-shared', 'src-node', 'src-main', 'src-renderer', 'src-server'].flatMap((root) =>
    projectFiles(root, ['.ts', '.tsx']),
  );
}
