// What the window is given to show: plain data, already masked for the person who asked.

import type { Problem } from '../base/problem.ts';
import type { Basis } from '../records/basis-of-processing.ts';
import type { CodeLists } from '../records/code-lists.ts';
import type { Content } from '../records/content.ts';
import type { Kind } from '../records/kind.ts';
import type { Words } from '../records/words.ts';
import type { DeliveryState } from '../sync/delivery/delivery.ts';
import type { ConflictView } from './conflict-views.ts';
import type { DeliveryView } from './delivery-views.ts';

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

/**
 * What goes on behind a locked window: the desk is `open` (sync and backups go on), `closing` as soon as nobody is at another
 * window and no work is under way, or `closed`: its key is in no memory of ours, and nothing is sent or backed up.
 */
export type ClosedState = 'open' | 'closing' | 'closed';

/** The desk as the window finds it. */
export type DeskState =
  | { readonly state: 'absent' }
  | {
      readonly state: 'locked';
      readonly unitName: string;
      readonly service: ClosedState;
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
      /** Null: never by itself. */
      readonly closeAfterMinutes: number | null;
      /** Local date and time at UTC+8, `YYYY-MM-DDTHH:mm:ss`. */
      readonly now: string;
    };

/** Who can come to the open desk with a PIN: they have one, and have given their password to this process. */
export type PinsView = {
  readonly ready: readonly string[];
  /** Whether the person here has set one. */
  readonly own: boolean;
};

export type DeskEvent =
  | { readonly type: 'records'; readonly ids: readonly string[] }
  | { readonly type: 'delivery' }
  | { readonly type: 'jobs' }
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

export type SameNumberView = { readonly id: string; readonly title: string; readonly status: string };

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
  /** On what it rests; null for kinds that are about no person. */
  readonly basis: Basis | null;
  readonly derived: Readonly<Record<string, string>>;
  readonly deadlines: readonly DeadlineView[];
  readonly steps: readonly StepView[];
  readonly attachments: readonly AttachmentView[];
  readonly links: readonly LinkView[];
  readonly conflicts: readonly ConflictView[];
  /** Other records with the same number, which desks gave by themselves; nobody renumbers them unasked. */
  readonly sameNumber: readonly SameNumberView[];
  /** The centre's log says that it has moved away or is shared no more: what others write comes here no longer. */
  readonly hasLeft: boolean;
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

/** What a register comes to; `id` names it to `registers.lines`. */
export type RegisterSurveyView = {
  readonly id: string;
  readonly count: number;
  /** Records marked 敏感 that a register for everybody leaves out. */
  readonly leftOut: number;
  readonly checksum: string;
  /** Per column, empty where nothing is added up. */
  readonly sums: readonly string[];
  /** A group begins after `before` lines. */
  readonly groups: readonly {
    readonly label: string;
    readonly before: number;
    readonly count: number;
    readonly sums: readonly string[];
  }[];
  /** Papers it takes to print it. */
  readonly volumes: number;
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
