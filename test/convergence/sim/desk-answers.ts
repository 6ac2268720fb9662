// What a desk commits when an answer comes, one transaction for each: the thin part that the desk's real store has too.
// Every function gives true where anything came nearer to its goal.

import { nodeCryptography as crypto } from '../../../src-main/trust/node-cryptography.ts';
import { bytesToHex } from '../../../src-shared/base/bytes.ts';
import type { ChangeId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import {
  afterComparing,
  afterLocating,
  afterLostSnapshot,
  afterManifest,
  afterOffering,
  afterPart,
  afterReading,
  afterReceipt,
  afterStanding,
  beginReoffer,
} from '../../../src-shared/sync/desk/fact-changes.ts';
import { isOfDouble } from '../../../src-shared/sync/desk/find-double.ts';
import type { Begin } from '../../../src-shared/sync/desk/next-step.ts';
import type { PageContent } from '../../../src-shared/sync/desk/read-page.ts';
import { readChange, readPage } from '../../../src-shared/sync/desk/read-page.ts';
import { isPart, readManifest, readSnapshot } from '../../../src-shared/sync/desk/read-snapshot.ts';
import type { VerdictEffects, VerdictFacts } from '../../../src-shared/sync/desk/read-verdicts.ts';
import { readOffer, readVerdicts } from '../../../src-shared/sync/desk/read-verdicts.ts';
import { decodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { fetchHead, messages } from '../../../src-shared/sync/format/messages.ts';
import { decodePage } from '../../../src-shared/sync/format/page.ts';
import { centreKey } from './centre.ts';
import type { DeskData } from './desk-store.ts';
import { addChange, factsOfScope, note, queue, setScope } from './desk-tables.ts';
import { fromJson, fromWire } from './exchange.ts';

type Of<Name extends Begin['step']> = Extract<Begin, { step: Name }>;

export type Arrival = {
  readonly progress: boolean;
  /** The end of the centre's log, where the answer told it. */
  readonly heads?: readonly { readonly scope: ScopeId; readonly epoch: LogPoint['epoch']; readonly seq: number }[];
  readonly unblock?: readonly RecordId[];
  readonly block?: readonly RecordId[];
  readonly noSnapshot?: ScopeId;
  /** Changes of this desk's own incarnation came from outside, or the centre says that it has forked. */
  readonly isDouble?: boolean;
};

const nothing: Arrival = { progress: false };

export type Commit = (write: (data: DeskData) => void) => void;

export function onPoll(data: Readonly<DeskData>, step: Of<'poll'>, bytes: Uint8Array, commit: Commit): Arrival {
  const answer = fromJson(bytes, messages.poll.output);
  if (answer === null) return nothing;
  let changed = false;
  commit((writing) => {
    for (const scope of answer.granted) setScope(writing, scope, { granted: true });
    for (const scope of writing.scopes.keys())
      if (!answer.granted.includes(scope)) setScope(writing, scope, { granted: false });
    for (const standing of answer.standings) {
      const asked = step.cursors.find(({ scope }) => scope === standing.scope) ?? null;
      const change = afterStanding(factsOfScope(writing, standing.scope), asked, standing, crypto);
      if (change !== null) setScope(writing, standing.scope, change);
      changed ||= change !== null;
    }
  });
  return {
    progress: changed,
    heads: answer.standings.map(({ scope, epoch, head }) => ({ scope, epoch, seq: head.seq })),
    isDouble: answer.forked.includes(data.incarnation),
  };
}

export function onPage(data: Readonly<DeskData>, scope: ScopeId, bytes: Uint8Array, commit: Commit): Arrival {
  const page = decodePage(bytes);
  const { cursor } = factsOfScope(data, scope);
  if (!page.ok || cursor === null) return nothing;
  const reading = readPage(page.value, cursor, crypto);
  if (reading.reading === 'other_log') {
    commit((writing) => setScope(writing, scope, { doubt: reading.outcome }));
    return { progress: true };
  }
  if (reading.reading !== 'page') return nothing;
  const isDouble = hasDouble(data, reading.content.changes);
  commit((writing) => storeContent(writing, scope, reading.content, reading.to));
  return {
    progress: reading.to.seq > cursor.seq,
    heads: [{ scope, epoch: reading.to.epoch, seq: reading.head.seq }],
    unblock: reading.content.changes.map(({ header }) => header.record),
    isDouble,
  };
}

function hasDouble(data: Readonly<DeskData>, changes: PageContent['changes']): boolean {
  return changes.some((change) => isOfDouble(change, data, (id) => data.changes.has(id)));
}

function storeContent(data: DeskData, scope: ScopeId, content: PageContent, to: LogPoint): void {
  for (const change of content.changes) addChange(data, change);
  for (const { id, bytes } of content.unreadable) data.unreadable.set(id, bytes);
  const listed = data.listed.get(scope) ?? new Map<ChangeId, number>();
  for (const { id, seq } of content.listed) {
    listed.set(id, seq);
    data.outbox.delete(id);
    note(data, id, { event: 'listed', epoch: to.epoch, seq });
  }
  data.listed.set(scope, listed);
  for (const { kind, subject } of content.moves) data.left.set(`${scope} ${subject}`, kind === 'left');
  const facts = factsOfScope(data, scope);
  const holes = new Set([...facts.holes, ...content.holes].filter((id) => !data.changes.has(id)));
  setScope(data, scope, { ...afterReading(facts, to), holes });
  requeueBrokenReceipts(data, scope, to);
}

/** The log has named the change before its bytes were here. */
function noteListed(data: DeskData, scope: ScopeId, id: ChangeId): void {
  const seq = data.listed.get(scope)?.get(id);
  const { cursor } = factsOfScope(data, scope);
  if (seq === undefined || cursor === null) return;
  data.outbox.delete(id);
  note(data, id, { event: 'listed', epoch: cursor.epoch, seq });
}

/** A receipt named a number that was passed without the change: it is asked for again. */
function requeueBrokenReceipts(data: DeskData, scope: ScopeId, to: LogPoint): void {
  for (const [id, before] of data.delivery) {
    if (data.changes.get(id)?.scope !== scope || before.state !== 'received') continue;
    note(data, id, { event: 'passed', epoch: to.epoch, seq: to.seq });
    if (data.delivery.get(id)?.state === 'doubted') queue(data, id, { unsure: true });
  }
}

export function onLocate(
  data: Readonly<DeskData>,
  { scope }: Of<'locate'>,
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const answer = fromJson(bytes, messages.locate.output);
  if (answer === null) return nothing;
  const change = afterLocating(factsOfScope(data, scope), answer, crypto);
  if (change === null) return nothing;
  commit((writing) => {
    const before = factsOfScope(writing, scope);
    setScope(writing, scope, change);
    if (change.reoffer === before.reoffer) return;
    const common = change.cursor?.seq ?? 0;
    doubtBehind(writing, scope, common);
    for (const [other, row] of writing.scopes)
      if (!row.granted) setScope(writing, other, { reoffer: beginReoffer(before.doubt ?? 'restored') });
  });
  return { progress: true, heads: [{ scope, epoch: answer.epoch, seq: answer.head.seq }] };
}

/** What stood behind the last place that both logs share is not known to be at the centre any more. */
function doubtBehind(data: DeskData, scope: ScopeId, common: number): void {
  const listed = data.listed.get(scope) ?? new Map<ChangeId, number>();
  for (const [id, seq] of listed) if (seq > common) listed.delete(id);
  for (const [id, delivery] of data.delivery) {
    const stored = data.changes.get(id);
    if (stored?.scope !== scope || listed.has(id)) continue;
    note(data, id, { event: 'doubted' });
    if (delivery.state === 'received') queue(data, id, { unsure: true });
  }
}

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
  const read = readOffer(answer.known, fromWire(answer.receipt), verdictFacts(data, scope, asked), centreKey, crypto);
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

export function onPush(
  data: Readonly<DeskData>,
  scope: ScopeId,
  asked: readonly ChangeId[],
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const answer = fromJson(bytes, messages.push.output);
  if (answer === null) return nothing;
  const read = readVerdicts(
    answer.verdicts,
    fromWire(answer.receipt),
    verdictFacts(data, scope, asked),
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

function verdictFacts(data: Readonly<DeskData>, scope: ScopeId, asked: readonly ChangeId[]): VerdictFacts {
  const listed = data.listed.get(scope);
  return {
    cursor: cursorFor(data, scope),
    isListed: (id) => listed?.has(id) === true,
    asked: new Set(asked),
    isOwn: (id) => data.changes.get(id)?.own === true,
    isAlone: (id) => data.outbox.get(id)?.alone === true,
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
  for (const { id, seq } of effects.received) {
    data.outbox.delete(id);
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

export function onFetch({ scope }: Of<'fetch'>, bytes: Uint8Array, commit: Commit): Arrival {
  const document = decodeDocument(bytes, fetchHead);
  if (!document.ok || document.value.head.scope !== scope) return nothing;
  const read = document.value.items.flatMap((item) => {
    const change = item.kind === 'change' ? readChange(item.subject, item.bytes, crypto) : null;
    return change?.state === 'read' ? [change.change] : [];
  });
  if (read.length === 0) return nothing;
  commit((writing) => {
    for (const change of read) {
      addChange(writing, change);
      noteListed(writing, scope, change.id);
    }
    const holes = factsOfScope(writing, scope).holes.filter((id) => !writing.changes.has(id));
    setScope(writing, scope, { holes: new Set(holes) });
  });
  return { progress: true };
}

export function onSnapshot(
  data: Readonly<DeskData>,
  { scope }: Of<'snapshot'>,
  bytes: Uint8Array,
  commit: Commit,
): Arrival {
  const answer = fromJson(bytes, messages.snapshot.output);
  if (answer === null) return nothing;
  if (answer.manifest === null) return { progress: true, noSnapshot: scope };
  const manifest = readManifest(fromWire(answer.manifest), centreKey, crypto);
  if (!manifest.ok || manifest.value.scope !== scope) return nothing;
  const change = afterManifest(factsOfScope(data, scope), manifest.value);
  if (change === null) return nothing;
  commit((writing) => setScope(writing, scope, change));
  return { progress: true };
}

export function onPart(
  data: Readonly<DeskData>,
  { scope, index }: Of<'snapshot_part'>,
  bytes: Uint8Array | null,
  commit: Commit,
): Arrival {
  const facts = factsOfScope(data, scope);
  if (bytes === null) {
    commit((writing) => setScope(writing, scope, afterLostSnapshot));
    return nothing;
  }
  const change = afterPart(facts, index);
  if (facts.bootstrap === null || change === null || !isPart(facts.bootstrap.manifest, index, bytes, crypto))
    return nothing;
  commit((writing) => {
    writing.parts.set(bytesToHex(crypto.sha256(bytes)), bytes);
    setScope(writing, scope, change);
  });
  return { progress: true };
}

export function installSnapshot(
  data: Readonly<DeskData>,
  { scope, manifest }: Of<'install_snapshot'>,
  commit: Commit,
): Arrival {
  const parts = manifest.parts.flatMap(({ sha256 }) => data.parts.get(sha256) ?? []);
  const snapshot = readSnapshot(manifest, parts, crypto);
  if (!snapshot.ok) {
    commit((writing) => setScope(writing, scope, afterLostSnapshot));
    return nothing;
  }
  const { contents, to } = snapshot.value;
  const isDouble = contents.some(({ changes }) => hasDouble(data, changes));
  commit((writing) => {
    for (const content of contents) storeContent(writing, scope, content, to);
    writing.parts = new Map();
  });
  return { progress: true, isDouble };
}
