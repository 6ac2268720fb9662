// The desk's queries and row changes, as a store with SQL would have them; every write happens inside one commit.

import { required } from '../../../src-shared/base/assert.ts';
import type { ChainTip } from '../../../src-shared/history/chain-tip.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ChangeId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import type { DeliveryEvent } from '../../../src-shared/sync/delivery/delivery.ts';
import { deliveryAfter, onThisDesk } from '../../../src-shared/sync/delivery/delivery.ts';
import { compareChains } from '../../../src-shared/sync/desk/fact-changes.ts';
import { freedBy } from '../../../src-shared/sync/desk/freed-by.ts';
import type {
  HeldChain,
  OfferRange,
  Pending,
  ScopeFacts,
  SyncFacts,
} from '../../../src-shared/sync/desk/sync-facts.ts';
import type { ChainStep } from '../../../src-shared/sync/format/chain-prefix.ts';
import { chainPrefix } from '../../../src-shared/sync/format/chain-prefix.ts';
import type { ChangeBytes } from '../../../src-shared/sync/format/item.ts';
import type { DeskData, OutboxRow, ScopeRow, Stored } from './desk-store.ts';

type Data = Readonly<DeskData>;

const newRow: OutboxRow = { unsure: false, alone: false, aside: null };
export const newScope: ScopeRow = {
  granted: false,
  cursor: null,
  checkpoints: [],
  receipted: null,
  doubt: null,
  reoffer: null,
  bootstrap: null,
  holes: new Set(),
};

/** How many rows of the outbox one look takes: few, so that windows and cut groups occur. */
const window = 6;

export function syncFacts(data: Data, isBlocked: (record: RecordId) => boolean, worthASnapshot: number): SyncFacts {
  return {
    device: data.device,
    scopes: [...data.scopes].map(([scope, row]) => scopeFacts(data, scope, row, isBlocked)),
    blobs: [...data.files].filter(([, file]) => !file.confirmed).map(([hash]) => ({ hash, direction: 'up' })),
    worthASnapshot,
  };
}

function scopeFacts(data: Data, scope: ScopeId, row: ScopeRow, isBlocked: (record: RecordId) => boolean): ScopeFacts {
  return {
    ...row,
    scope,
    holes: [...row.holes],
    chains: row.reoffer === null ? [] : chainsOf(data, scope),
    outbox: outboxOf(data, scope)
      .filter(({ record }) => !isBlocked(record))
      .slice(0, window),
    orders: [],
  };
}

export function factsOfScope(data: Data, scope: ScopeId): ScopeFacts {
  return scopeFacts(data, scope, data.scopes.get(scope) ?? newScope, () => false);
}

export function outboxOf(data: Data, scope: ScopeId): readonly Pending[] {
  const rows: (Pending & { readonly order: number })[] = [];
  for (const [id, { unsure, alone, aside }] of data.outbox) {
    const stored = required(data.changes.get(id), 'what is to be sent is stored');
    if (stored.scope !== scope || aside !== null) continue;
    const { record, prev, order, bytes } = stored;
    const { device, incarnation, n } = stored.tip;
    const size = bytes.header.length + (bytes.body?.length ?? 0);
    const signed = bytes.signature !== null;
    rows.push({ id, record, device, incarnation, n, prev, bytes: size, signed, unsure, alone, order });
  }
  return rows.toSorted((left, right) => left.order - right.order);
}

/** Every chain of the scope of which the desk holds anything. */
function chainsOf(data: Data, scope: ScopeId): readonly HeldChain[] {
  const stepsByChain = new Map<string, { readonly start: ChainTip; readonly steps: ChainStep[] }>();
  for (const { id, prev, tip, scope: of } of data.changes.values()) {
    if (of !== scope) continue;
    const key = `${tip.device} ${tip.incarnation}`;
    const chain = stepsByChain.get(key) ?? { start: chainStart(scope, tip.device, tip.incarnation), steps: [] };
    chain.steps.push({ n: tip.n, id, prev });
    stepsByChain.set(key, chain);
  }
  const held = [...stepsByChain.values()].map(({ start, steps }): HeldChain => {
    const whole = chainPrefix(
      start,
      steps.toSorted((left, right) => left.n - right.n),
    );
    return { whole, isAll: whole.n === steps.length };
  });
  return held.toSorted(compareChains);
}

/** Where this desk writes its next change. */
export function ownTip(data: Data, scope: ScopeId): ChainTip {
  const { device, incarnation } = data;
  let tip = chainStart(scope, device, incarnation);
  for (const stored of data.changes.values()) {
    const isOwn = stored.scope === scope && stored.tip.device === device && stored.tip.incarnation === incarnation;
    if (isOwn && stored.tip.n >= tip.n) tip = stored.tip;
  }
  return tip;
}

export function rangeOf(data: Data, scope: ScopeId, range: OfferRange, limit: number): readonly Stored[] {
  return [...data.changes.values()]
    .filter(
      ({ scope: of, tip }) =>
        of === scope && tip.device === range.device && tip.incarnation === range.incarnation && tip.n > range.after,
    )
    .toSorted((left, right) => left.tip.n - right.tip.n)
    .filter((stored, index, all) => index < limit || stored.tip.n === all[limit - 1]?.tip.n);
}

/** The changes of one chain up to the next that is signed, after this one. */
export function toNextSigned(data: Data, id: ChangeId): readonly Stored[] {
  const following: Stored[] = [];
  for (let at = data.changes.get(id); at !== undefined; ) {
    const { id: before } = at;
    at = [...data.changes.values()].find(({ prev }) => prev === before);
    if (at === undefined) break;
    following.push(at);
    if (at.bytes.signature !== null) break;
  }
  return following;
}

/** Adds a change that came from outside; false where it is here already. */
export function addChange(data: DeskData, change: Change): boolean {
  if (data.changes.has(change.id)) return false;
  const { headerBytes, bodyBytes, signature } = change;
  return addStored(data, change, { header: headerBytes, body: bodyBytes, signature }, change);
}

export function addStored(data: DeskData, change: Change, bytes: ChangeBytes, readable: Change | null): boolean {
  const { scope, record, device, incarnation, n, prev } = change.header;
  data.changes.set(change.id, {
    id: change.id,
    change: readable,
    bytes,
    scope,
    record,
    tip: { scope, device, incarnation, n, id: change.id },
    prev,
    order: data.changes.size,
    own: device === data.device,
  });
  if (device === data.device && !data.delivery.has(change.id)) data.delivery.set(change.id, onThisDesk);
  if (!data.scopes.has(scope)) data.scopes.set(scope, newScope);
  return true;
}

export function queue(data: DeskData, id: ChangeId, row: Partial<OutboxRow> = {}): void {
  data.outbox.set(id, { ...newRow, ...data.outbox.get(id), ...row });
}

/** The centre has these changes: they leave the outbox, and free what was set aside with them. */
export function unqueue(data: DeskData, arrived: ReadonlySet<ChangeId>): void {
  const tray = [...data.outbox].flatMap(([id, { aside }]) => {
    const record = data.changes.get(id)?.record;
    return aside === null || record === undefined ? [] : [{ id, record, code: aside }];
  });
  for (const id of freedBy(arrived, tray)) {
    queue(data, id, { aside: null });
    note(data, id, { event: 'retried' });
  }
  for (const id of arrived) data.outbox.delete(id);
}

export function setScope(data: DeskData, scope: ScopeId, change: Partial<ScopeRow>): void {
  data.scopes.set(scope, { ...(data.scopes.get(scope) ?? newScope), ...change });
}

export function note(data: DeskData, id: ChangeId, event: DeliveryEvent): void {
  const delivery = data.delivery.get(id);
  if (delivery !== undefined) data.delivery.set(id, deliveryAfter(delivery, event));
}

export function changesOfRecord(data: Data, record: RecordId): readonly Change[] {
  const changes: Change[] = [];
  for (const stored of data.changes.values())
    if (stored.record === record && stored.change !== null) changes.push(stored.change);
  return changes;
}
