// What the window is given to show: plain data, already masked for the person who asked.

import type { Problem } from '../base/problem.ts';
import type { CodeLists } from '../records/code-lists.ts';
import type { Content } from '../records/content.ts';
import type { Kind } from '../records/kind.ts';
import type { Words } from '../records/words.ts';
import type { DeliveryState } from '../sync/delivery/delivery.ts';
import type { DeliveryCounters } from '../sync/delivery/delivery-counters.ts';
import type { Access } from '../sync/desk/sync-memory.ts';
import type { Outcome } from '../sync/format/compare-cursor.ts';

export type Role = 'recorder' | 'reviewer' | 'head' | 'system_administrator' | 'security_administrator' | 'auditor';

export type PersonView = {
  readonly id: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly roles: readonly Role[];
  readonly enabled: boolean;
  /** Added on this desk, so that they have a key to it; people of other desks are known by name only. */
  readonly isOfThisDesk: boolean;
};

export type UnitView = {
  readonly name: string;
  readonly code: string;
  readonly shortName: string;
  readonly phone: string;
  readonly address: string;
};
export type DeskKind = 'police' | 'community';
export type PersonalSettings = {
  readonly language: 'zh' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  readonly textSize: 'normal' | 'large' | 'larger';
};

/** The desk as the window finds it. */
export type DeskState =
  | { readonly state: 'absent' }
  | {
      readonly state: 'locked';
      readonly unitName: string;
      readonly people: readonly { readonly id: string; readonly name: string }[];
    }
  | {
      readonly state: 'open';
      readonly unit: UnitView;
      readonly deskKind: DeskKind;
      readonly person: PersonView;
      readonly people: readonly PersonView[];
      readonly personal: PersonalSettings;
      readonly lockAfterMinutes: number;
      /** Local date and time at UTC+8, `YYYY-MM-DDTHH:mm:ss`. */
      readonly now: string;
    };

export type DeskEvent =
  | { readonly type: 'records'; readonly ids: readonly string[] }
  | { readonly type: 'delivery' }
  | { readonly type: 'locked' }
  | { readonly type: 'people' }
  | { readonly type: 'settings' };

export type KindsView = { readonly kinds: readonly Kind[]; readonly codeLists: CodeLists };

export type DeadlineView = {
  readonly key: string;
  readonly label: Words;
  /** Local date or date-time. */
  readonly due: string;
  /** The day before a holiday moved it, when it moved. */
  readonly unshifted?: string;
  readonly state: 'running' | 'soon' | 'overdue';
  /** The working-day calendar lacks a year this needs. */
  readonly provisional: boolean;
  readonly source: Words;
};

export type StepView = {
  readonly key: string;
  readonly label: Words;
  readonly to: string;
  readonly asks: readonly string[];
  readonly needsReason: boolean;
  readonly allowed: boolean;
  /** Why not yet: which guard, which field. */
  readonly missing: readonly Problem[];
};

export type AttachmentView = {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly media: string;
  readonly role: string;
  readonly note: string;
  /** Whether the bytes are on this PC and match their hash. */
  readonly present: boolean;
  /** On its way (up where it is present, down where it is not), confirmed by the centre, nowhere to be had, or refused. */
  readonly delivery: 'open' | 'confirmed' | 'absent' | 'refused';
  /** Why the centre refused it. */
  readonly refused: Problem | null;
};

export type LinkView = {
  readonly id: string;
  readonly record: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly relation: string;
};

export type ConflictView = {
  readonly path: string;
  readonly kind: 'value' | 'element' | 'guard';
  readonly says?: Words;
  readonly base?: string;
  /** Money, status, identity: whoever wrote a version cannot choose it. */
  readonly secondPerson: boolean;
  readonly versions: readonly {
    readonly shown: string;
    readonly value: string | number | boolean | null;
    readonly by: string;
    readonly at: number;
    readonly device: string;
    /** As people call that desk; empty for this one. */
    readonly deviceName: string;
    readonly change: string;
    /** Written on this desk. */
    readonly isMine: boolean;
    /** Why, in its author's words; empty where none was asked for. */
    readonly reason: string;
    /** Whether the reader may choose this version. */
    readonly mayChoose: boolean;
  }[];
};

/** A record with open conflicts, as the inbox lists it. */
export type ConflictRecordView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly conflicts: readonly ConflictView[];
};

/** A record that several desks changed without knowing of each other, and whose changes fitted together by rule. */
export type MergedRecordView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly changes: readonly {
    readonly change: string;
    readonly at: number;
    readonly byName: string;
    /** Empty for this desk. */
    readonly deviceName: string;
    readonly differences: readonly DifferenceView[];
  }[];
};

export type ConflictInboxView = {
  readonly open: readonly ConflictRecordView[];
  /** Of the last 30 days. */
  readonly merged: readonly MergedRecordView[];
};

/** Where changes are; each is in exactly one count, so they add up to `total`. */
export type DeliveryView = DeliveryCounters & { readonly total: number };

/** The way to the centre. */
export type CentreView = {
  readonly access: Access;
  /** Address and the name under which the centre knows this PC; empty before it is enrolled. */
  readonly url: string;
  readonly name: string;
  /** ms since 1970 by this desk's clock, of the centre's last answer; null where this process has heard none. */
  readonly heardAt: number | null;
  /** Why the last try gave nothing. */
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Entries still to be read, as far as the centre has said. */
  readonly toRead: number;
  /** ms the centre's clock is ahead of this one, known to within `error`; null before the first answer. */
  readonly clock: { readonly offset: number; readonly error: number; readonly doubtful: boolean } | null;
};

/** A change that is refused or set aside, and why. */
export type TrayView = {
  readonly change: string;
  /** Empty where the record is not for the reader's eyes. */
  readonly record: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly at: number;
  readonly by: string;
  readonly reason: Problem;
};

export type LedgerView = {
  /** The last days on which this desk wrote anything, latest first. */
  readonly days: readonly (DeliveryView & { readonly day: string })[];
  /** Whose changes are here; `name` is empty for this desk itself. */
  readonly desks: readonly {
    readonly device: string;
    readonly name: string;
    readonly isOwn: boolean;
    readonly scope: string;
    readonly count: number;
    readonly last: number;
  }[];
  readonly scopes: readonly {
    readonly scope: string;
    readonly name: string;
    readonly granted: boolean;
    readonly readTo: number;
    /** What was found wrong with the centre's log; null where it is the one this desk knows. */
    readonly doubt: Outcome | null;
  }[];
  readonly receipts: { readonly count: number; readonly last: number | null };
  readonly tray: readonly TrayView[];
};

export type RecordView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly status: string;
  readonly title: string;
  readonly occurredAt: string | null;
  readonly secrecy: string;
  readonly content: Content;
  /** Paths whose values are masked in `content`; `records.reveal` shows one, with a reason, logged. */
  readonly masked: readonly string[];
  readonly derived: Readonly<Record<string, string>>;
  readonly deadlines: readonly DeadlineView[];
  readonly steps: readonly StepView[];
  readonly attachments: readonly AttachmentView[];
  readonly links: readonly LinkView[];
  readonly conflicts: readonly ConflictView[];
  /** Heads of the history this view shows; a save names them as its parents. */
  readonly heads: readonly string[];
  readonly created: { readonly at: number; readonly by: string };
  readonly updated: { readonly at: number; readonly by: string };
  readonly delivery: DeliveryView;
  /** Whether this person may edit now, and why not. */
  readonly mayEdit: boolean;
};

export type SavedView = {
  readonly id: string;
  readonly number: string;
  readonly change: string;
  readonly heads: readonly string[];
};

export type DifferenceView = {
  readonly path: string;
  readonly label: Words;
  readonly before: string;
  readonly after: string;
};
export type HistoryEntryView = {
  readonly change: string;
  readonly at: number;
  readonly by: string;
  readonly byName: string;
  readonly device: string;
  readonly deviceName: string;
  readonly reason: string;
  readonly step?: Words;
  readonly differences: readonly DifferenceView[];
  /** Beside other changes made without knowledge of it. */
  readonly concurrent: boolean;
  readonly delivery: DeliveryState;
  /** ms since 1970: the moment it was, where the desk's clock was surely wrong by minutes. */
  readonly correctedAt?: number;
  readonly mayUndo: boolean;
};

export type RowView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly occurredAt: string | null;
  readonly updatedAt: number;
  readonly due: string | null;
  readonly dueState: 'none' | 'running' | 'soon' | 'overdue';
  readonly conflict: boolean;
  /** Shown text per column of the kind's list. */
  readonly cells: readonly string[];
};
export type PageView = { readonly rows: readonly RowView[]; readonly next: string | null };
export type HitView = RowView & { readonly why: string };

export type MatchView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly score: number;
  readonly reasons: readonly Words[];
};

export type TodayView = {
  readonly overdue: readonly RowView[];
  readonly due: readonly RowView[];
  readonly waitingForMe: readonly RowView[];
  readonly inCustody: { readonly count: number; readonly rows: readonly RowView[] };
  readonly recent: readonly RowView[];
  readonly drafts: readonly DraftView[];
  readonly conflicts: number;
};

export type DraftView = {
  readonly id: string;
  readonly kind: string;
  readonly record: string | null;
  readonly step: string | null;
  readonly content: Content;
  readonly heads: readonly string[];
  readonly updatedAt: number;
};

export type RegisterView = {
  readonly columns: readonly { readonly label: Words; readonly right: boolean }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  readonly next: string | null;
};

/** A paper of a record, or one per list entry; `printed` counts copies, of all entries and of each. */
export type DocumentView = {
  readonly key: string;
  readonly label: Words;
  readonly entries: readonly { readonly id: string; readonly label: string; readonly printed: number }[] | null;
  readonly printed: number;
};

export type CalendarView = { readonly version: string; readonly source: string; readonly years: readonly number[] };
