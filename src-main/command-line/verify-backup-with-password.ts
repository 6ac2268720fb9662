// Opens a backup with a password of somebody who is in it. Nothing of the backup is changed: the attempt is counted in a
// copy of its key file.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { openBackup } from '../backups/list-backups.ts';
import { type VerifiedBackup, verifyBackup } from '../backups/verify-backup.ts';
import { workFolderPrefix } from '../print/work-folder.ts';
import { keyringPath, openKeyring } from '../trust/keyring.ts';
import { unwrap } from './command-problem.ts';
import type { AccessTools } from './open-desk-access.ts';
import { type CommonOptions, readPassword } from './options.ts';
import { whoSignsIn } from './who-signs-in.ts';

export async function verifyWithPassword(
  tools: AccessTools,
  options: CommonOptions,
  named: string,
): Promise<VerifiedBackup> {
  const { path } = unwrap(openBackup(named));
  const password = unwrap(await readPassword(options, tools.environment));
  const host = tools.hostOptions(path);
  const folder = mkdtempSync(workFolderPrefix('keys'));
  try {
    copyFileSync(keyringPath(path), keyringPath(folder));
    const random = (count: number) => new Uint8Array(host.tools.crypto.randomBytes(count));
    const keyring = unwrap(openKeyring(folder, { random, now: host.tools.now, cost: host.cost }));
    const account = unwrap(whoSignsIn(keyring.people(), options.person));
    const deskKey = unwrap(await keyring.signIn(account, password));
    return unwrap(verifyBackup(path, { ...host, deskKey, notify: () => undefined }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
