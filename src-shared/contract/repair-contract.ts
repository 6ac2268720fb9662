// What the window may ask about damage. `files` and `replace` are there before anybody can sign in, since a damaged desk
// lets nobody in.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { folderPath } from './backup-inputs.ts';
import type { BackupView } from './backup-views.ts';
import { base } from './contract-base.ts';
import { accountId, password } from './inputs.ts';
import type { FindingView } from './repair-views.ts';

export const repairContract = {
  /** A look at the files from outside. */
  files: base.output(type<readonly FindingView[]>()),
  /** Everything verified, in words; takes as long as verifying does. */
  examine: base.output(type<readonly FindingView[]>()),
  run: base
    .input(z.object({ repair: z.enum(['permissions', 'rebuild', 'attachments']) }))
    .output(type<{ readonly job: string }>()),
  /** Backups to put in the place of a desk that cannot be opened. */
  find: base.input(z.object({ folder: folderPath.optional() })).output(type<readonly BackupView[]>()),
  /**
   * Puts a backup in the place of the desk, whose files are set aside. Who signs in shows by the way that it cannot be
   * opened; without a readable key file nobody can, and nobody is asked.
   */
  replace: base
    .input(z.object({ path: folderPath, account: accountId.optional(), password: password.optional() }))
    .output(type<null>()),
} as const;
