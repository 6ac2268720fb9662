// What a push would get for verdicts, without taking it in: the same checks on the same facts, and nothing is written. Pushes
// that come one after the other are rehearsed together, so that a later one finds what an earlier one would have brought.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ChangeId, RecordId } from '../../src-shared/history/ids.ts';
import type { PushFacts } from '../../src-shared/sync/centre/admit-push.ts';
import { admitPush } from '../../src-shared/sync/centre/admit-push.ts';
import { decodeDocument } from '../../src-shared/sync/format/document.ts';
import { pushHead } from '../../src-shared/sync/format/messages.ts';
import type { Verdict } from '../../src-shared/sync/format/verdict.ts';
import type { Device } from '../stores/device-store.ts';
import { readHead } from '../stores/scope-log.ts';
import { admitOrders, erasedIn } from './admit-orders.ts';
import type { Centre } from './centre.ts';
import { preparePush, pushFactsIn } from './prepare-push.ts';

/** What earlier pushes of the same rehearsal would have brought. */
export type Rehearsed = { readonly seqs: Map<ChangeId, number>; readonly records: Set<RecordId> };

export function createRehearsal(): Rehearsed {
  return { seqs: new Map(), records: new Set() };
}

export async function rehearsePush(
  centre: Centre,
  device: Device,
  bytes: Uint8Array,
  before: Rehearsed,
): Promise<Result<readonly Verdict[], Problem>> {
  const document = decodeDocument(bytes, pushHead);
  if (!document.ok) return document;
  const { head, items } = document.value;
  const { scope } = head;
  const changes = items.filter((item) => item.kind === 'change');
  const orders = items.filter((item) => item.kind === 'erased');
  const prepared = await preparePush(centre, device, { scope, items: changes, orders });
  const epoch = await centre.epoch();
  return centre.database.write(scope, async (writing) => {
    const end = await readHead(writing, scope);
    if (end === null) return err<Problem>({ code: 'server_unknown_scope', facts: { scope } });
    const erased = erasedIn(centre, scope, changes, orders, prepared);
    const facts = await pushFactsIn(writing, { ...end, scope, epoch }, prepared, erased);
    const outcome = admitPush(changes, after(before, facts), { ...prepared, crypto: centre.crypto });
    const admitted = new Map(outcome.admitted.map(({ change }) => [change.id, change]));
    const ordered = await admitOrders(centre, writing, { orders, changes: admitted, seq: end.seq, prepared });
    for (const [id, { header }] of admitted) {
      before.seqs.set(id, end.seq + before.seqs.size + 1);
      before.records.add(header.record);
    }
    return ok([...outcome.verdicts, ...ordered.verdicts]);
  });
}

function after({ seqs, records }: Rehearsed, facts: PushFacts): PushFacts {
  return {
    ...facts,
    seqOf: (id) => facts.seqOf(id) ?? seqs.get(id) ?? null,
    placeOf: (record) => (records.has(record) ? 'here' : facts.placeOf(record)),
  };
}
