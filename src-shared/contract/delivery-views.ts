// What the window is given to show of delivery: counts that add up, the way to the centre, the ledger.

import type { Problem } from '../base/problem.ts';
import type { DeliveryCounters } from '../sync/delivery/delivery-counters.ts';
import type { Access } from '../sync/desk/sync-memory.ts';
import type { Outcome } from '../sync/format/compare-cursor.ts';

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
  /** ms until they are here at the present pace; null where nobody knows. */
  readonly timeLeft: number | null;
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

/** The last time everything here was verified by itself. `at`: ms since 1970. */
export type VerificationView = { readonly at: number; readonly changes: number; readonly faults: number };

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
