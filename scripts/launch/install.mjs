// Keeps node_modules what package-lock.json says, and Node 24 there, touching nothing when both already hold.

import { existsSync, readFileSync } from 'node:fs';
import { inRoot, packagedNode } from './places.mjs';
import { run, runNpm } from './run.mjs';
import { say } from './say.mjs';

const neededMajor = 24;

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** True when every package of the lock is installed in its version; packages for other platforms may be absent. */
function installIsCurrent() {
  const wanted = packagesOf(inRoot('package-lock.json'));
  const installed = packagesOf(inRoot('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    const there = installed[place];
    return place === '' || (there === undefined ? optional === true : there.version === version);
  });
}

/** @param {string} node */
async function majorOf(node) {
  const { output } = await run(node, ['--version'], { quiet: true });
  return Number(/^v(\d+)/.exec(output)?.[1] ?? 0);
}

/** The Node that runs the product: the packaged one, or this very one when it is new enough. */
export async function findNode() {
  if (existsSync(packagedNode) && (await majorOf(packagedNode)) >= neededMajor) return packagedNode;
  return Number(process.versions.node.split('.')[0]) >= neededMajor ? process.execPath : null;
}

/** Installs what is missing and gives the path of a Node 24. Ends the process with a message when that cannot be had. */
export async function ensureInstalled() {
  if (!installIsCurrent()) {
    say('正在安装依赖……', 'Installing dependencies…');
    const { code } = await runNpm(['ci']);
    if (code !== 0) process.exit(code);
  }
  const node = (await findNode()) ?? (await fetchNode());
  if (node !== null) return node;
  say('没有可用的 Node 24：请检查网络后重试', 'No Node 24 could be had: check the network and try again');
  return process.exit(1);
}

/** Where install scripts were blocked the `node` package has no program yet: its script is run for it alone. */
async function fetchNode() {
  await runNpm(['rebuild', 'node', '--ignore-scripts=false'], { quiet: true });
  return findNode();
}
