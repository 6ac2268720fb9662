// Everything no receipt has confirmed, as push documents: cut like pushes over the network, each with what vouches for it
// (U10, U11). What went into which document is noted as it goes, since the answer speaks of documents.

import type { BundleManifest } from '../../src-shared/bundles/manifest.ts';
import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import { chooseBatch } from '../../src-shared/sync/desk/choose-batch.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { Desk } from '../records/desk.ts';
import { changeRef } from '../stores/change-store.ts';
import { scopesOfWaitingOrders, waitingOrders } from '../stores/erasure-store.ts';
import { type PlacedPending, pendingPart, waitingScopes } from '../stores/outbox-store.ts';
import { recordByKey } from '../stores/record-store.ts';
import { readScopes } from '../stores/sync-scope-store.ts';
import { makePush } from '../sync/make-push.ts';

export type Carried = {
  readonly documents: BundleManifest['documents'][number][];
  readonly changes: {
    readonly document: number;
    readonly id: ChangeId;
    readonly seq: number;
    readonly signed: boolean;
  }[];
  /** Kind by key of the record. */
  readonly records: Map<number, string>;
  readonly damaged: ChangeId[];
  chain: BundleManifest['chain'];
};

export type CarriedScope = { readonly scope: ScopeId; readonly isAll: boolean };

/** Rows read in one go: more than a document holds, or a document would be cut for want of them. */
const partSize = 2_000;

export function nothingCarried(): Carried {
  return { documents: [], changes: [], records: new Map(), damaged: [], chain: null };
}

/** Scopes of which anything waits; those that the centre may have lost are carried whole (S15). */
export function scopesToCarry({ database: { reading } }: Desk): readonly CarriedScope[] {
  const offered = readScopes(reading).flatMap(({ scope, reoffer }) => (reoffer === null ? [] : [scope]));
  return [...new Set([...waitingScopes(reading), ...scopesOfWaitingOrders(reading), ...offered])].map((scope) => ({
    scope,
    isAll: offered.includes(scope),
  }));
}

/** @param pause lets whoever works at the desk come first, between two documents */
export async function* makeDocuments(
  desk: Desk,
  scopes: readonly CarriedScope[],
  carried: Carried,
  pause: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for (const each of scopes) {
    for (const pending of batchesOf(desk, each)) {
      const bytes = makeDocument(desk, each.scope, pending, carried);
      if (bytes !== null) yield bytes;
      await pause();
    }
    const orders = makeOrders(desk, each.scope, carried);
    if (orders !== null) yield orders;
  }
}

/** Orders to erase what is at the centre; those of changes that are on this very stick go along with them. */
function makeOrders(desk: Desk, scope: ScopeId, carried: Carried): Uint8Array | null {
  const orders = waitingOrders(desk.database.reading, scope, syncLimits.pushOrders);
  if (orders.length === 0) return null;
  const { document, sent } = makePush(desk, scope, { ids: [], sign: [], complete: [] }, orders);
  carried.documents.push({ scope, bytes: document.length, items: sent.length });
  return document;
}

function* batchesOf({ database, device }: Desk, scope: CarriedScope) {
  let waiting: readonly PlacedPending[] = [];
  let after = 0;
  for (;;) {
    if (waiting.length < partSize) {
      const more = pendingPart(database.reading, scope, after, partSize);
      after = more.at(-1)?.seq ?? after;
      waiting = [...waiting, ...more];
    }
    if (waiting.length === 0) return;
    const batch = chooseBatch(waiting, device.signer.device);
    yield { batch, own: waiting.slice(0, batch.ids.length).filter((one) => one.device === device.signer.device) };
    waiting = waiting.slice(batch.ids.length);
  }
}

type Chosen = { readonly batch: ReturnType<typeof chooseBatch>; readonly own: readonly PlacedPending[] };

function makeDocument(desk: Desk, scope: ScopeId, { batch, own }: Chosen, carried: Carried): Uint8Array | null {
  const { document, sent, damaged } = makePush(desk, scope, batch);
  carried.damaged.push(...damaged);
  const left = sent.filter((id) => !damaged.includes(id));
  if (left.length === 0) return null;
  const place = carried.documents.length;
  carried.documents.push({ scope, bytes: document.length, items: left.length });
  for (const id of left) {
    const ref = changeRef(desk.database.reading, id);
    if (ref === null) continue;
    carried.changes.push({ document: place, id, seq: ref.seq, signed: batch.sign.includes(id) });
    if (!carried.records.has(ref.recordKey))
      carried.records.set(ref.recordKey, recordByKey(desk.database.reading, ref.recordKey)?.kind ?? '');
  }
  for (const { incarnation, n, id } of own)
    carried.chain = {
      incarnation,
      first: carried.chain?.incarnation === incarnation ? carried.chain.first : n,
      last: n,
      tip: id,
    };
  return document;
}
