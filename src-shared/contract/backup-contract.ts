// What the window may ask about backups. `find` and `restore` are for a PC that has no desk yet, so nobody is signed in.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { backupChoices, folderPath, serial } from './backup-inputs.ts';
import type { BackupStatusView, BackupView, MediumView, RestoredView } from './backup-views.ts';
import { base } from './contract-base.ts';
import { kindKey } from './inputs.ts';

const named = z.object({ path: folderPath });

export const backupContract = {
  status: base.output(type<BackupStatusView>()),
  /** Disks and sticks that are plugged in. */
  media: base.output(type<readonly MediumView[]>()),
  /** At the chosen place, newest first. */
  list: base.output(type<readonly BackupView[]>()),
  make: base.output(type<{ readonly job: string }>()),
  /** Opens a backup and verifies it whole, as a job. */
  verify: base.input(named).output(type<{ readonly job: string }>()),
  choosePlace: base.input(named).output(type<BackupStatusView>()),
  setChoices: base.input(backupChoices).output(type<BackupStatusView>()),
  /** What became of a desk that was put back from a backup; null for one that never was. */
  restored: base.output(type<RestoredView | null>()),
  /** Official numbers go on after this serial, the last on paper. */
  continueNumbers: base.input(z.object({ kind: kindKey, last: serial })).output(type<null>()),
  /** Backups on everything that is plugged in, or in a folder that is named. */
  find: base.input(z.object({ folder: folderPath.optional() })).output(type<readonly BackupView[]>()),
  restore: base.input(named).output(
    type<{
      readonly name: string;
      readonly unitName: string;
      readonly madeAt: number;
      readonly records: number;
      readonly changes: number;
    }>(),
  ),
} as const;
