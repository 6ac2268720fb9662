// What the pages of custody show.

import type { CashCount } from '../records/custody/count-cash.ts';
import type { StockResult } from '../records/custody/take-stock.ts';

/** A place where things lie, with how much is recorded there. */
export type PlaceView = { readonly place: string; readonly pieces: number; readonly records: number };
export type PlacesView = { readonly places: readonly PlaceView[]; readonly hidden: number };

export type StockLineView = {
  readonly result: StockResult;
  readonly code: string;
  /** Empty for a label that no record of this desk knows. */
  readonly record: string;
  readonly number: string;
  readonly name: string;
  readonly place: string;
  readonly seal: string;
  /** Local date-time; empty for what was not seen. */
  readonly seenAt: string;
};

export type StockTakeView = {
  readonly id: string;
  readonly number: string;
  readonly finished: boolean;
  /** Null: everything the desk keeps. */
  readonly place: string | null;
  readonly countedBy: string;
  readonly witness: string;
  /** Local date-time. */
  readonly startedAt: string;
  /** Records in custody that are not for this person's eyes and stand in no line. */
  readonly hidden: number;
  readonly counts: Readonly<Record<StockResult, number>> & { readonly expected: number };
  readonly lines: readonly StockLineView[];
  /** Labels as they were scanned, the latest first. */
  readonly scans: readonly { readonly id: string; readonly code: string; readonly at: string; readonly by: string }[];
};

/** A record in custody: who keeps it, and what of it is there. */
export type CustodyLineView = {
  readonly record: string;
  readonly number: string;
  readonly name: string;
  readonly pieces: number;
  /** Renminbi, fen. */
  readonly cashFen: number;
  readonly place: string;
  readonly seal: string;
  readonly custodian: string;
  readonly custodianName: string;
};

/** The cash that should be at a place; amounts in fen. */
export type CashView = CashCount & {
  readonly place: string | null;
  /** Places where cash lies. */
  readonly places: readonly string[];
  readonly sources: readonly { readonly number: string; readonly place: string; readonly fen: number }[];
  readonly hidden: number;
};
