// The lock names the native parts of every package for every system, or `npm ci` fails on the systems it forgot. npm leaves
// them out without a word when the registry lacks them; then an older, complete version has to be pinned.

import { expect, it } from 'vitest';
import { projectText } from '../support/project-files.ts';

type LockedPackage = { version?: string; optionalDependencies?: Record<string, string>; os?: string[]; cpu?: string[] };

const locked: Record<string, LockedPackage> = JSON.parse(projectText('package-lock.json')).packages;

/** Where Node would find `name` for the package at `from`: beside it, then further out. */
function isLocked(from: string, name: string): boolean {
  if (Object.hasOwn(locked, from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`)) return true;
  if (from === '') return false;
  const end = from.lastIndexOf('/node_modules/');
  return isLocked(end < 0 ? '' : from.slice(0, end), name);
}

it('has every optional part that a locked package names', () => {
  const missing = Object.entries(locked).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(place, name))
      .map((name) => `${place} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

it('brings the tools of the build to Windows, macOS and Linux, on both processors', () => {
  const tools = ['@biomejs/cli-', '@rolldown/binding-', '@swc/core-', '@oxc-parser/binding-', 'lightningcss-'];
  const systems = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];
  const names = Object.keys(locked).map((place) => place.slice(place.lastIndexOf('node_modules/') + 13));
  const missing = tools.flatMap((tool) =>
    systems
      .filter((system) => !names.some((name) => name.startsWith(`${tool}${system}`)))
      .map((system) => tool + system),
  );
  expect(missing).toEqual([]);
});

it('records no address of a registry, so that any mirror serves it', () => {
  expect(projectText('package-lock.json')).not.toContain('"resolved"');
});

it('pins every dependency of ours to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(projectText('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:[a-z0-9-]+@)?\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
