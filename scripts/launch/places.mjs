// Where things are: every path that the launchers share, absolute, for this platform.

import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';

/** The folder of the project, without a trailing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} parts */
export function inRoot(...parts) {
  return [root, ...parts].join(windows ? '\\' : '/');
}

/** Node 24 as the `node` package brings it; absent when install scripts were blocked. */
export const packagedNode = inRoot('node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
