// What the commands need of a desk, so that the program can be put together (and tested) apart from how one is opened.

import type { ContractRouterClient } from '@orpc/contract';
import type { deskContract } from '../../src-shared/contract/desk.ts';
import type { FindingView } from '../../src-shared/contract/repair-views.ts';
import type { MadeBackup } from '../backups/make-backup.ts';
import type { RestoredBackup } from '../backups/restore-backup.ts';
import type { VerifiedBackup } from '../backups/verify-backup.ts';
import type { DeskStatistics } from '../records/desk-statistics.ts';
import type { Repair } from '../repair/repair-desk.ts';
import type { CommonOptions } from './options.ts';

export type DeskClient = ContractRouterClient<typeof deskContract>;

export type SignedInDesk = {
  /** The window's contract, called in this process for the person who signed in. */
  readonly client: DeskClient;
  /** Works every projection out anew from the changes. */
  readonly rebuild: () => { readonly records: number; readonly identical: boolean };
  readonly statistics: () => DeskStatistics;
  /** One backup to the chosen place. Problems: `backup_…`, `disk_…`. */
  readonly backUp: () => Promise<MadeBackup>;
  /** Problems: `disk_…`, `database_…`. */
  readonly repair: (repair: Repair) => void;
  readonly close: () => Promise<void>;
};

export type NewDesk = {
  readonly unitName: string;
  readonly unitCode: string;
  readonly unitShort?: string;
  readonly kind: 'police' | 'community';
  readonly staffNumber?: string;
};

export type DeskAccess = {
  readonly signIn: (options: CommonOptions) => Promise<SignedInDesk>;
  /** Sets a new desk up; gives the recovery halves, which are shown once. */
  readonly setUp: (
    options: CommonOptions,
    desk: NewDesk,
  ) => Promise<{ readonly account: string; readonly recovery: readonly [string, string] }>;
  /** Whether somebody can sign in. */
  readonly hasPassword: (options: CommonOptions) => boolean;
  /** A look at the files from outside; whoever has the desk open is found, too. */
  readonly examineFiles: (options: CommonOptions) => readonly FindingView[];
  /** Puts a backup in the place of a desk that does not open, whose files are set aside. */
  readonly replace: (options: CommonOptions, backup: string) => Promise<RestoredBackup>;
  /** Puts a backup where no desk is. Problems: `desk_exists`, `backup_…`, `disk_…`. */
  readonly restore: (options: CommonOptions, backup: string) => Promise<RestoredBackup>;
  /** Opens a backup with a password of somebody who is in it, and verifies it. */
  readonly verifyBackup: (options: CommonOptions, backup: string) => Promise<VerifiedBackup>;
  readonly makeSample: (options: CommonOptions) => Promise<unknown>;
};
