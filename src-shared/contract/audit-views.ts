// The desk's log as an auditor reads it: who did what, when, to which record, in words.

import type { Words } from '../records/words.ts';

export type AuditLineView = {
  readonly seq: number;
  /** ms since 1970. */
  readonly at: number;
  readonly account: string;
  /** The person's name, or what acts by itself. */
  readonly by: Words;
  readonly action: string;
  readonly said: Words;
  /** What it is about; `shown` is null where the reader may not see it (or it is no longer here). */
  readonly record: {
    readonly id: string;
    readonly shown: { readonly number: string; readonly title: string; readonly isCasework: boolean } | null;
  } | null;
};

export type AuditPageView = {
  readonly lines: readonly AuditLineView[];
  /** Place after which the next page begins; null at the end. */
  readonly next: number | null;
};

/** Acts and people the log can be filtered by. */
export type AuditChoicesView = {
  readonly actions: readonly { readonly action: string; readonly label: Words }[];
  readonly people: readonly { readonly account: string; readonly name: Words }[];
};

export type AuditFault =
  /** Lines `from` to `to` are not there. */
  | { readonly fault: 'missing'; readonly from: number; readonly to: number }
  /** The line does not follow from what stands before it: it or the one before was changed, inserted or moved. */
  | { readonly fault: 'does_not_follow'; readonly line: number }
  /** Something about the lines that lie in an archive; `line` is the last of them, or the one that stands where none may. */
  | {
      readonly fault: 'archive';
      readonly line: number;
      readonly what: 'unsigned' | 'moved' | 'unlogged' | 'gone' | 'here';
    }
  /** The log once reached line `to`, and ends at `last` or says something else there. */
  | {
      readonly fault: 'cut_off';
      readonly last: number;
      readonly to: number;
      /** ms since 1970, when line `to` was noted. */
      readonly at: number;
      readonly noted: 'file' | 'record';
    };

export type AuditVerifiedView = {
  readonly lines: number;
  /** Hash of the last line. */
  readonly head: string;
  readonly faults: readonly AuditFault[];
  /** The latest line that something outside the log itself vouches for; null when nothing does. */
  readonly vouchedTo: number | null;
  /** The last line that lies in an archive; 0 when none does. */
  readonly archivedTo: number;
};

export type LogKeepingView = {
  /** For how long lines stay in the desk, and the least that may be set. */
  readonly months: number;
  readonly least: number;
  /** ms since 1970: lines written before are past their time. */
  readonly before: number;
  /** Lines past their time; null when there are none. */
  readonly due: { readonly first: number; readonly last: number; readonly lines: number } | null;
  /** What lies in archives, newest first. */
  readonly archives: readonly {
    readonly first: number;
    readonly last: number;
    /** Of the archive file. */
    readonly sha256: string;
    /** ms since 1970. */
    readonly at: number;
    readonly by: Words;
  }[];
};
