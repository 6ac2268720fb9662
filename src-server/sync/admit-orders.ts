// Orders to erase a body, as they come in a push (S39): admitted after the changes of the same push, one by one, since each
// is held against the change it names, whose bytes may be many.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { Cryptography } from '../../src-shared/history/cryptography.ts';
import type { Erasure } from '../../src-shared/history/erasure.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import { toChangeId } from '../../src-shared/history/ids.ts';
import { parseChange } from '../../src-shared/history/parse-change.ts';
import { admitErasure, type ErasureFacts } from '../../src-shared/sync/centre/admit-erasure.ts';
import type { ChangeItem, ErasureItem } from '../../src-shared/sync/format/item.ts';
import type { ErasureId } from '../../src-shared/sync/format/log-entry.ts';
import type { Verdict } from '../../src-shared/sync/format/verdict.ts';
import type { Writing } from '../database/database.ts';
import { bytesOf } from '../stores/change-store.ts';
import { erasureSeqs } from '../stores/erasure-store.ts';
import type { Centre } from './centre.ts';
import type { PreparedPush } from './prepare-push.ts';

export type AdmittedOrder = { readonly id: ErasureId; readonly seq: number; readonly erasure: Erasure };
export type OrdersOutcome = {
  readonly verdicts: readonly Verdict[];
  /** To be logged and carried out, in this order. */
  readonly admitted: readonly AdmittedOrder[];
};

type Orders = {
  readonly orders: readonly ErasureItem[];
  /** Admitted by the same push; the store has them not yet. */
  readonly changes: ReadonlyMap<ChangeId, Change>;
  /** The last number given out before. */
  readonly seq: number;
  readonly prepared: PreparedPush;
};

/** An order has one verdict like a change, under its own hash; before its change is here it waits for that. */
export async function admitOrders(
  centre: Centre,
  writing: Writing<ScopeId>,
  { orders, changes, seq, prepared }: Orders,
): Promise<OrdersOutcome> {
  if (orders.length === 0) return { verdicts: [], admitted: [] };
  const known = await erasureSeqs(
    writing,
    writing.scope,
    orders.map(({ subject }) => subject),
  );
  const verdicts = new Map<ErasureId, Verdict>();
  const admitted: AdmittedOrder[] = [];
  for (const order of orders) {
    const id = toChangeId(order.subject);
    const at = known.get(order.subject);
    if (at !== undefined) verdicts.set(order.subject, { id, verdict: 'already_known', seq: at });
    if (verdicts.has(order.subject)) continue;
    const names = changeNamedBy(order);
    const change = names === null ? null : (changes.get(names) ?? (await storedChange(centre, writing, names)));
    const result = admitErasure(order, factsFor(writing.scope, prepared, change), {
      ...centre,
      verify: prepared.verify,
    });
    const next = seq + admitted.length + 1;
    verdicts.set(order.subject, verdictOf(id, result, next, names));
    if (result.ok) admitted.push({ id: order.subject, seq: next, erasure: result.value.erasure });
  }
  return { verdicts: [...verdicts.values()], admitted };
}

function factsFor(scope: ScopeId, { devices }: PreparedPush, change: Change | null): ErasureFacts {
  return { scope, deviceOf: (device) => devices.get(device) ?? null, changeOf: () => change };
}

function verdictOf(id: ChangeId, result: Result<unknown, Problem>, seq: number, names: ChangeId | null): Verdict {
  if (result.ok) return { id, verdict: 'accepted', seq };
  const { code, facts } = result.problem;
  if (code === 'sync_waiting' && names !== null) return { id, verdict: 'waiting_for_parent', missing: [names] };
  return { id, verdict: 'refused', code, ...(facts === undefined ? {} : { facts }) };
}

export function changeNamedBy({ bytes }: ErasureItem): ChangeId | null {
  const erasure = parseErasure(bytes.order, bytes.signature);
  return erasure.ok ? erasure.value.content.change : null;
}

async function storedChange(centre: Centre, writing: Writing<ScopeId>, id: ChangeId): Promise<Change | null> {
  const bytes = (await bytesOf(writing, writing.scope, [id])).get(id);
  if (bytes === undefined) return null;
  const change = parseChange(bytes.header, bytes.body, bytes.signature, centre.crypto);
  return change.ok ? change.value : null;
}

/** Changes that come without their body and with a good order for it in the same push. */
export function erasedIn(
  { crypto }: { readonly crypto: Cryptography },
  scope: ScopeId,
  changes: readonly ChangeItem[],
  orders: readonly ErasureItem[],
  prepared: PreparedPush,
): ReadonlySet<ChangeId> {
  const bodiless = new Map(changes.filter(({ bytes }) => bytes.body === null).map((item) => [item.subject, item]));
  const erased = new Set<ChangeId>();
  if (bodiless.size === 0) return erased;
  for (const order of orders) {
    const item = bodiless.get(changeNamedBy(order) ?? toChangeId(order.subject));
    const change = item === undefined ? null : parseChange(item.bytes.header, null, item.bytes.signature, crypto);
    if (change === null || !change.ok) continue;
    const facts = factsFor(scope, prepared, change.value);
    if (admitErasure(order, facts, { crypto, verify: prepared.verify }).ok) erased.add(change.value.id);
  }
  return erased;
}
