// Sticks as the window and the command line see them.

import type { Problem } from '../base/problem.ts';

export type BundlePlanView = {
  readonly isEnrolled: boolean;
  readonly changes: number;
  readonly kinds: readonly { readonly kind: string; readonly records: number; readonly changes: number }[];
  /** When the oldest of it was stored, ms since 1970; null where nothing waits. */
  readonly since: number | null;
  readonly files: number;
  /** Bytes. */
  readonly fileBytes: number;
  readonly textBytes: number;
};

/** A stick this desk has written. */
export type StickView = {
  readonly number: number;
  readonly state: 'written' | 'answered' | 'confirmed_by_code';
  readonly at: number;
  readonly by: string;
  readonly place: string;
  readonly name: string;
  readonly parts: number;
  /** Bytes on the medium. */
  readonly bytes: number;
  readonly changes: number;
  readonly records: number;
  readonly kinds: readonly { readonly kind: string; readonly records: number }[];
  readonly files: number;
  readonly filesLeft: number;
  /** SHA-256 of the manifest, in hexadecimal. */
  readonly hash: string;
};

export type DriveView = {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly free: number;
  readonly size: number;
  readonly isWritable: boolean;
};

/** What a bundle is, as far as this desk can tell. */
export type InspectionView = {
  readonly name: string;
  readonly parts: number;
  readonly bytes: number;
  /** Why it cannot be taken in here; null where it can. */
  readonly problem: Problem | null;
  /** Null where this desk cannot open it. */
  readonly answer: {
    readonly number: number;
    readonly at: number;
    /** Numbers of the sticks it answers. */
    readonly answers: readonly number[];
    readonly received: number;
    readonly refused: number;
    /** Entries of the log, others' changes and own ones. */
    readonly entries: number;
    readonly files: number;
    /** When it was taken in here before, ms since 1970. */
    readonly takenAt: number | null;
  } | null;
};

export type EnteredCodeView = {
  /** The stick it is about. */
  readonly number: number;
  readonly received: number;
  readonly refused: number;
};
