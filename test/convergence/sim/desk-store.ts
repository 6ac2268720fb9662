// A desk's disk in memory: what was committed and nothing else. A commit is one transaction, so a crash falls before it
// or after it; on a disk that lies about fsync it may also take the last commits with it.

import type { ChainTip } from '../../../src-shared/history/chain-tip.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ChangeId, DeviceId, IncarnationId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import type { Delivery } from '../../../src-shared/sync/delivery/delivery.ts';
import type { ScopeFacts } from '../../../src-shared/sync/desk/sync-facts.ts';
import type { ChangeBytes } from '../../../src-shared/sync/format/item.ts';

export type Stored = {
  readonly id: ChangeId;
  /** Null where this desk's program cannot read it. */
  readonly change: Change | null;
  readonly bytes: ChangeBytes;
  readonly scope: ScopeId;
  readonly record: RecordId;
  readonly tip: ChainTip;
  readonly prev: ChangeId | null;
  /** Place in the order in which this desk came to have it. */
  readonly order: number;
  readonly own: boolean;
};

export type OutboxRow = {
  readonly unsure: boolean;
  readonly alone: boolean;
  /** Why it is refused or set aside; it stays here until a person decides. */
  readonly aside: string | null;
};

export type ScopeRow = Omit<ScopeFacts, 'scope' | 'chains' | 'outbox' | 'holes' | 'orders'> & {
  readonly holes: ReadonlySet<ChangeId>;
};

export type DeskData = {
  device: DeviceId;
  incarnation: IncarnationId;
  changes: Map<ChangeId, Stored>;
  unreadable: Map<ChangeId, ChangeBytes>;
  outbox: Map<ChangeId, OutboxRow>;
  scopes: Map<ScopeId, ScopeRow>;
  /** Numbers of the changes read in each scope's log. */
  listed: Map<ScopeId, Map<ChangeId, number>>;
  delivery: Map<ChangeId, Delivery>;
  /** Records that have left a scope. */
  left: Map<string, boolean>;
  parts: Map<string, Uint8Array>;
  /** Files by hash: bytes, and whether the centre has confirmed them. */
  files: Map<string, { readonly bytes: Uint8Array; readonly confirmed: boolean }>;
};

export class DeskStore {
  #data: DeskData;
  /** Earlier states that a lying disk may fall back to, newest last. */
  #unsynced: DeskData[] = [];
  readonly #lies: boolean;

  constructor(data: DeskData, lies: boolean) {
    this.#data = data;
    this.#lies = lies;
  }

  get data(): Readonly<DeskData> {
    return this.#data;
  }

  commit(write: (data: DeskData) => void): void {
    if (this.#lies) this.#unsynced = [...this.#unsynced, copyDeskData(this.#data)].slice(-4);
    write(this.#data);
  }

  /** The machine lost its power. */
  crash(): void {
    const [oldest] = this.#unsynced;
    if (oldest !== undefined) this.#data = oldest;
    this.#unsynced = [];
  }

  copy(): DeskData {
    return copyDeskData(this.#data);
  }

  /** The disk was replaced by an older copy of itself. */
  restore(data: DeskData): void {
    this.#data = copyDeskData(data);
    this.#unsynced = [];
  }
}

export function emptyDeskData(device: DeviceId, incarnation: IncarnationId): DeskData {
  return {
    device,
    incarnation,
    changes: new Map(),
    unreadable: new Map(),
    outbox: new Map(),
    scopes: new Map(),
    listed: new Map(),
    delivery: new Map(),
    left: new Map(),
    parts: new Map(),
    files: new Map(),
  };
}

/** Rows are never altered in place, so copying the tables copies everything. */
export function copyDeskData(data: Readonly<DeskData>): DeskData {
  return {
    ...data,
    changes: new Map(data.changes),
    unreadable: new Map(data.unreadable),
    outbox: new Map(data.outbox),
    scopes: new Map(data.scopes),
    listed: new Map([...data.listed].map(([scope, numbers]) => [scope, new Map(numbers)])),
    delivery: new Map(data.delivery),
    left: new Map(data.left),
    parts: new Map(data.parts),
    files: new Map(data.files),
  };
}
