// What a desk commits when the centre has answered an offer, a comparison or a push.

import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import type { ChangeId, ScopeId } from '../../../src-shared/history/ids.ts';
import { afterComparing, afterOffering, afterReceipt } from '../../../src-shared/sync/desk/fact-changes.ts';
import type { VerdictEffects, VerdictFacts } from '../../../src-shared/sync/desk/read-verdicts.ts';
import { readOffer, readVerdicts } from '../../../src-shared/sync/desk/read-verdicts.ts';
import type { LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { messages } from '../../../src-shared/sync/format/messages.ts';
import type { Arrival, Commit, Of } from './arrival.ts';
import { nothing } from './arrival.ts';
import { centreKey } from './centre-answers.ts';
import type { DeskData } from './desk-store.ts';
import { factsOfScope, note, queue, setScope, unqueue } from './desk-tables.ts';
import { fromJson, fromWire } from './exchange.ts';

export function onHave(
  data: Readonly<DeskData>,
  { scope, chains }: Of<'have'>,
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const answer = fromJson(bytes, messages.have.output);
  const { reoffer } = factsOfScope(data, scope);
  if (answer === null || reoffer === null || answer.epoch !== cursorFor(data, scope)?.epoch) return nothing;
  const next = afterComparing(reoffer, chains, answer.chains, (id) => data.changes.has(id));
  commit((writing) => setScope(writing, scope, { reoffer: next }));
  return { progress: true };
}

export function onReoffer(
  data: Readonly<DeskData>,
  { scope, range }: Of<'reoffer'>,
  offered: readonly { readonly id: ChangeId; readonly n: number }[],
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const arrival =
    offered.length === 0
      ? { progress: true }
      : onOffer(
          data,
          scope,
          offered.map(({ id }) => id),
          bytes,
          commit,
        );
  if (!arrival.progress) return arrival;
  commit((writing) => {
    const { reoffer } = factsOfScope(writing, scope);
    if (reoffer !== null)
      setScope(writing, scope, { reoffer: afterOffering(reoffer, range, offered.at(-1)?.n ?? null) });
  });
  return arrival;
}

export function onOffer(
  data: Readonly<DeskData>,
  scope: ScopeId,
  asked: readonly ChangeId[],
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const answer = fromJson(bytes, messages.offer.output);
  if (answer === null) return nothing;
  const read = readOffer(
    answer.known,
    fromWire(answer.receipt),
    verdictFacts(data, scope, asked, new Set()),
    centreKey,
    crypto,
  );
  if (!read.ok) return nothing;
  commit((writing) => {
    applyEffects(writing, scope, read.value);
    for (const id of read.value.unknown) {
      if (!writing.changes.has(id)) continue;
      note(writing, id, { event: 'unknown' });
      queue(writing, id, { unsure: false });
    }
  });
  return { progress: true };
}

/** @param sign changes that the desk signed anew for this push */
export function onPush(
  data: Readonly<DeskData>,
  { scope, ids, sign }: Pick<Of<'push'>, 'scope' | 'ids' | 'sign'>,
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const answer = fromJson(bytes, messages.push.output);
  if (answer === null) return nothing;
  const read = readVerdicts(
    answer.verdicts,
    fromWire(answer.receipt),
    verdictFacts(data, scope, ids, new Set(sign)),
    centreKey,
    crypto,
  );
  if (!read.ok) return nothing;
  const effects = read.value;
  commit((writing) => applyEffects(writing, scope, effects));
  const recordOf = (id: ChangeId) => data.changes.get(id)?.record;
  return {
    progress: effects.received.length + effects.refused.length + effects.alone.length + effects.aside.length > 0,
    unblock: effects.received.flatMap(({ id }) => recordOf(id) ?? []),
    block: effects.waiting.flatMap(({ id }) => recordOf(id) ?? []),
  };
}

function verdictFacts(
  data: Readonly<DeskData>,
  scope: ScopeId,
  asked: readonly ChangeId[],
  signed: ReadonlySet<ChangeId>,
): VerdictFacts {
  const listed = data.listed.get(scope);
  return {
    cursor: cursorFor(data, scope),
    isListed: (id) => listed?.has(id) === true,
    asked: new Set(asked),
    isOwn: (id) => data.changes.get(id)?.own === true,
    wasSigned: (id) => signed.has(id) || (data.changes.get(id)?.bytes.signature ?? null) !== null,
    isAside: (id) => (data.outbox.get(id)?.aside ?? null) !== null,
  };
}

/** For a scope that is only carried the desk has no log; then only the epoch is known, from the scopes it reads. */
function cursorFor(data: Readonly<DeskData>, scope: ScopeId): LogPoint | null {
  const row = data.scopes.get(scope);
  if (row?.granted === true) return row.cursor;
  const read = [...data.scopes.values()].find(({ granted, cursor }) => granted && cursor !== null)?.cursor;
  return read === null || read === undefined ? null : { ...read, scope, seq: 0 };
}

function applyEffects(data: DeskData, scope: ScopeId, effects: VerdictEffects): void {
  const { epoch, at } = effects.receipt;
  unqueue(data, new Set(effects.received.map(({ id }) => id)));
  for (const { id, seq } of effects.received) {
    note(data, id, { event: 'received', epoch, seq, at });
  }
  for (const { id, code } of effects.refused) {
    if (data.outbox.has(id)) queue(data, id, { aside: code });
    note(data, id, { event: 'refused', code });
  }
  for (const id of effects.aside) {
    if (data.outbox.has(id)) queue(data, id, { aside: 'sync_ancestor_refused' });
    note(data, id, { event: 'set_aside', code: 'sync_ancestor_refused' });
  }
  for (const id of effects.alone) if (data.outbox.has(id)) queue(data, id, { alone: true });
  const facts = factsOfScope(data, scope);
  const own = effects.received.filter(({ id }) => data.delivery.has(id)).map(({ seq }) => seq);
  if (facts.granted) setScope(data, scope, afterReceipt(facts, epoch, own));
  if (effects.isContradicted && facts.granted) setScope(data, scope, { doubt: facts.doubt ?? 'tampered' });
}
