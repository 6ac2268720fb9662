// Turns the table of layers into dependency-cruiser's rules and answers which row a file belongs to.

import { type Layer, layers } from './layers.ts';

const features = 'src-renderer/*';

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function isFile(path: string): boolean {
  return /\.tsx?$/.test(path);
}

/** A regular expression for the files of a row; the one for feature folders has the folder's name as its group. */
function patternOf(path: string): string {
  if (path !== features) return isFile(path) ? `^${escaped(path)}$` : `^${escaped(path)}/`;
  const named = layers.filter((layer) => layer.path !== features && layer.path.startsWith('src-renderer/'));
  const folders = named.map((layer) => escaped(layer.path.slice('src-renderer/'.length)));
  return `^src-renderer/(?!(?:${folders.join('|')})(?:/|$))([^/]+)/`;
}

/** The row that a source file belongs to; undefined when it fits none. */
export function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => new RegExp(patternOf(layer.path)).test(file));
}

const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

function packagePattern(name: string): string {
  return `node_modules/(?:@types/)?${escaped(name)}/`;
}

function rulesOf(layer: Layer) {
  const from = { path: patternOf(layer.path) };
  const own = layer.path === features ? '^src-renderer/$1/' : patternOf(layer.path);
  return [
    {
      name: `${layer.path} imports only its rows`,
      comment: 'Add the row to test/architecture/layers.ts if the direction is right; move the code if it is not.',
      severity: 'error',
      from,
      to: { path: '^(src-|test/|scripts/)', pathNot: [own, ...layer.imports.map(patternOf)] },
    },
    {
      name: `${layer.path} imports only its packages`,
      comment: 'A package belongs to the rows that name it in test/architecture/layers.ts.',
      severity: 'error',
      from,
      to: { dependencyTypes: npm, pathNot: layer.packages.map(packagePattern) },
    },
  ];
}

/** Everything that is forbidden between source files. */
export function layerRules() {
  const noRow = layers.map((layer) => patternOf(layer.path));
  return [
    ...layers.flatMap(rulesOf),
    { name: 'every source file has a row', severity: 'error', from: { path: '^src-', pathNot: noRow }, to: {} },
    {
      name: 'no import cycle',
      comment: 'Types may refer to each other across files; code that runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no Node in shared code or the window',
      severity: 'error',
      from: { path: '^(src-shared|src-renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
  ];
}
