// The desk on this very machine: its clock, its chance, its usual directory, all kinds of record.

import { homedir } from 'node:os';
import { join } from 'node:path';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { codeLists } from '../../src-shared/records/code-lists.ts';
import { allKinds } from '../../src-shared/records/kinds/all-kinds.ts';
import { usualCost } from '../trust/password-key.ts';
import { machineId } from '../trust/place-marker.ts';
import type { HostOptions } from './desk-host.ts';
import { thisMachineClocks } from './this-clocks.ts';

export function thisMachineOptions(directory: string): HostOptions {
  return {
    directory,
    kinds: allKinds,
    codeLists,
    tools: { now: Date.now, crypto: nodeCryptography },
    machine: machineId(process.platform),
    cost: usualCost,
    pid: process.pid,
    syncClocks: thisMachineClocks,
    log: (line) => process.stderr.write(`${new Date().toISOString()} ${line}\n`),
  };
}

/** Where each system keeps a person's program data. `name` tells the sample desk from the real one. */
export function usualDirectory(
  name: 'desk' | 'sample desk',
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): string {
  return join(programData(platform, environment), name);
}

function programData(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Case Desk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Case Desk');
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'case-desk');
}
