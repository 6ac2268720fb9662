// `npm run check`: format and lint, types of every project, boundaries, dead code. Everything is run, then all that is
// wrong is shown.

import { existsSync } from 'node:fs';
import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

const projects = [
  'src-shared/tsconfig.json',
  'src-node/tsconfig.json',
  'src-main/tsconfig.json',
  'src-main/tsconfig.preload.json',
  'src-renderer/tsconfig.json',
  'src-server/tsconfig.json',
  'test/tsconfig.json',
  'scripts/tsconfig.json',
];
const roots = ['src-shared', 'src-node', 'src-main', 'src-renderer', 'src-server'];

/** @param {string} project a project without any source yet has nothing to check */
function hasSources(project) {
  if (project.endsWith('preload.json')) return existsSync(inRoot('src-main', 'preload.ts'));
  return existsSync(inRoot(project));
}

/** @type {readonly { readonly name: string, readonly program: string, readonly args: readonly string[] }[]} */
const steps = [
  { name: 'format and lint', program: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  ...projects
    .filter(hasSources)
    .map((project) => ({ name: `types ${project}`, program: 'typescript/bin/tsc', args: ['-p', project] })),
  {
    name: 'boundaries',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.mjs', ...roots.filter((root) => existsSync(inRoot(root)))],
  },
  { name: 'dead code', program: 'knip/bin/knip.js', args: ['--no-progress'] },
];

const node = await ensureInstalled();
const only = process.argv.slice(2);
const chosen = steps.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));

for (const { name, program, args } of chosen) {
  const started = Date.now();
  const { code, output } = await run(node, [inRoot('node_modules', program), ...args], { quiet: true });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  if (code === 0) continue;
  process.stdout.write(`${output.trimEnd()}\n`);
  process.exitCode = 1;
}
