// What the person said on the command line that concerns the desk. Chromium's own switches stand between, and a second
// start may reorder them, so only what is ours is picked out.

import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

export type DeskArguments = {
  /** Absolute folder of the desk; null for the usual one. */
  readonly directory: string | null;
  /** Opens a desk filled with sample records. */
  readonly sample: boolean;
};

function valueAfter(name: string, args: readonly string[]): string | null {
  const joined = args.find((arg) => arg.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const position = args.indexOf(name);
  const value = position < 0 ? undefined : args[position + 1];
  return value === undefined || value.startsWith('--') ? null : value;
}

/** @param cwd what a relative folder is relative to */
export function deskArguments(args: readonly string[], cwd: string): DeskArguments {
  const directory = valueAfter('--dir', args);
  return { directory: directory === null ? null : resolve(cwd, directory), sample: args.includes('--sample') };
}

/** The same for the desk service's own command line. */
export function serviceArguments({ directory, sample }: DeskArguments): string[] {
  return [...(directory === null ? [] : ['--dir', directory]), ...(sample ? ['--sample'] : [])];
}

/**
 * Folder of what Chromium keeps for the window (storage, caches). One for each desk, since it also decides what a second
 * start is; beside the desk's own folder, never in it.
 */
export function profileFolder(appData: string, { directory, sample }: DeskArguments): string {
  const usual = join(appData, 'Case Desk');
  if (directory === null) return join(usual, sample ? 'sample window' : 'window');
  return join(usual, `window ${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`);
}
