// What a desk's store knows about the state of sync. Every one of these is a fact on the disk or a query over facts;
// there is no second counter that a crash could leave behind.

import type { ChainTip } from '../../history/chain-tip.ts';
import type { ChangeId, DeviceId, IncarnationId, RecordId, ScopeId } from '../../history/ids.ts';
import type { Checkpoints } from '../format/checkpoints.ts';
import type { Outcome } from '../format/compare-cursor.ts';
import type { ErasureId } from '../format/log-entry.ts';
import type { LogPoint } from '../format/log-point.ts';
import type { SnapshotManifest } from '../format/messages.ts';

/** A change the centre has not said anything final about. */
export type Pending = {
  readonly id: ChangeId;
  readonly record: RecordId;
  readonly device: DeviceId;
  readonly incarnation: IncarnationId;
  readonly n: number;
  /** What vouches for a change vouches for the one before it in its chain. */
  readonly prev: ChangeId | null;
  /** Header and body. */
  readonly bytes: number;
  readonly signed: boolean;
  /** It has gone out or onto a stick and no verdict has come: worth asking before it is sent again. */
  readonly unsure: boolean;
  /** What came after it in its chain did not vouch for it at the centre: it needs a signature of its own. */
  readonly alone: boolean;
};

/** A chain as a desk holds it. */
export type HeldChain = {
  /** How far it is whole, see `chainPrefix`; `n` is 0 where not even its beginning is. */
  readonly whole: ChainTip;
  /** False where the desk holds more of it, behind a gap or beside a fork. */
  readonly isAll: boolean;
};

/** Changes of one chain that are to be offered again: those after this number. */
export type OfferRange = Pick<ChainTip, 'device' | 'incarnation'> & { readonly after: number };

/** Everything a desk has of a scope is offered again, because the centre may have lost some of it. */
export type Reoffer = {
  readonly because: Outcome;
  /** How many of the desk's chains have been compared. */
  readonly compared: number;
  /** What is still to be offered of those. */
  readonly ranges: readonly OfferRange[];
};

/** A snapshot that is being fetched; parts before `next` are on the disk. */
export type Bootstrap = { readonly manifest: SnapshotManifest; readonly next: number };

export type ScopeFacts = {
  readonly scope: ScopeId;
  /** False for a scope whose changes the desk only holds or carries: they can be delivered, its log cannot be read. */
  readonly granted: boolean;
  /** Null before the centre was heard of. */
  readonly cursor: LogPoint | null;
  readonly checkpoints: Checkpoints;
  /** The highest number a receipt of this epoch has named; null before the first. */
  readonly receipted: Pick<LogPoint, 'epoch' | 'seq'> | null;
  /** Set when the centre's log turned out to be another one, until it is known where they part. */
  readonly doubt: Outcome | null;
  readonly reoffer: Reoffer | null;
  readonly bootstrap: Bootstrap | null;
  /** Changes that stand in the log and whose bytes are not here; the first of them. */
  readonly holes: readonly ChangeId[];
  /** The chains of this scope that the desk holds, in a fixed order; only needed while `reoffer` is set. */
  readonly chains: readonly HeldChain[];
  /** The first of what is to be sent, parents before children; blocked records may be left out. */
  readonly outbox: readonly Pending[];
  /** The first of the orders to erase that are to be sent and whose changes are at the centre. */
  readonly orders: readonly ErasureId[];
};

/** What a store keeps of a scope in one row; the rest are tables. */
export type ScopeState = Omit<ScopeFacts, 'holes' | 'chains' | 'outbox' | 'orders'>;

/** A file to carry in the lane of attachments. */
export type BlobTask = {
  /** SHA-256 of the whole, in hexadecimal. */
  readonly hash: string;
  readonly direction: 'up' | 'down';
};

export type SyncFacts = {
  readonly device: DeviceId;
  readonly scopes: readonly ScopeFacts[];
  readonly blobs: readonly BlobTask[];
  /** A log with more entries than this is not read from its beginning where the centre has a snapshot; a setting. */
  readonly worthASnapshot: number;
};
