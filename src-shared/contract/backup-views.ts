// What the window is given to show of backups.

import type { Problem } from '../base/problem.ts';
import type { Words } from '../records/words.ts';

export type BackupChoices = {
  readonly everyHours: number;
  readonly daily: number;
  readonly weekly: number;
  readonly staleDays: number;
};

/** The last backup that was verified without fault. */
export type LastBackup = {
  /** ms since 1970. */
  readonly at: number;
  readonly path: string;
  readonly bytes: number;
  readonly records: number;
  readonly changes: number;
};

export type BackupStatusView = {
  readonly choices: BackupChoices;
  /** Absolute path; null before one was chosen. */
  readonly place: string | null;
  /** The place is on the disk the desk is on, so that losing it loses both. */
  readonly sameDisk: boolean;
  readonly last: LastBackup | null;
  /** No good backup for longer than the person allowed. */
  readonly stale: boolean;
  /** Why there is none now, or why the last try made none. */
  readonly problem: Problem | null;
};

/** A backup somewhere on this PC. */
export type BackupView = {
  readonly name: string;
  readonly path: string;
  /** ms since 1970; null when the backup cannot be read. */
  readonly at: number | null;
  readonly unitName: string;
  readonly records: number;
  readonly bytes: number;
  /** What its verification found when it was made. */
  readonly faults: number;
  readonly problem: Problem | null;
};

/** A disk or stick that is there now. */
export type MediumView = {
  readonly path: string;
  /** Bytes. */
  readonly free: number | null;
  readonly sameDisk: boolean;
};

/** What became of a desk that was put back from a backup. */
export type RestoredView = {
  readonly at: number;
  readonly backup: string;
  readonly madeAt: number | null;
  /** The backup took the place of damaged files, of which everything that reads was taken over. */
  readonly isTakenOver: boolean;
  /** Null until the check against receipts is done. */
  readonly check: {
    readonly receipts: number;
    readonly wrong: number;
    readonly covered: number;
    readonly missing: readonly string[];
    /** Changes read from the damaged files that were set aside. */
    readonly saved: number;
    /** Files of records, and drafts, out of the same. */
    readonly savedFiles: number;
    readonly savedDrafts: number;
    readonly undelivered: number;
  } | null;
  /** Kinds whose official numbers wait for the last one on paper; empty where none do. */
  readonly numbers: readonly NumbersView[];
};

export type NumbersView = {
  readonly kind: string;
  readonly label: Words;
  readonly year: number;
  /** The highest serial the backup knows of. */
  readonly highest: number;
};
