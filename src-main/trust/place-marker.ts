// Where a desk lives: which machine, which file. A database that was copied or restored lives elsewhere, and then its
// device must begin a new incarnation, or two desks would write one chain.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';

/** What identifies this installation of the operating system, from where each system keeps it. */
export function machineId(platform: NodeJS.Platform): string {
  return (systemMachineId(platform) ?? '').trim() || `host ${hostname()}`;
}

/** The same as long as the file at `path` is the same file on the same machine. */
export function placeMarker(path: string, machine: string): string {
  const { ino, dev } = statSync(path, { bigint: true });
  return createHash('sha256').update(`case-desk place 1\n${machine}\n${dev}\n${ino}`).digest('hex');
}

function systemMachineId(platform: NodeJS.Platform): string | null {
  try {
    if (platform === 'win32')
      return run('reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid']);
    if (platform === 'darwin')
      return run('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']).match(/"IOPlatformUUID" = "([^"]+)"/)?.[1] ?? null;
    return readFileSync('/etc/machine-id', 'utf8');
  } catch {
    return null; // Some systems have none; the host's name then has to do.
  }
}

function run(program: string, given: readonly string[]): string {
  return execFileSync(program, given, { encoding: 'utf8', timeout: 5_000, windowsHide: true });
}
