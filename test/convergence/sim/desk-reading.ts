// What a desk commits when the centre has told something of its log, one transaction for each answer: the thin part that
// the desk's real store has too.

import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import type { ChangeId, ScopeId } from '../../../src-shared/history/ids.ts';
import {
  afterLocating,
  afterReading,
  afterStanding,
  beginReoffer,
} from '../../../src-shared/sync/desk/fact-changes.ts';
import { isOfDouble } from '../../../src-shared/sync/desk/find-double.ts';
import type { PageContent } from '../../../src-shared/sync/desk/read-page.ts';
import { readChange, readPage } from '../../../src-shared/sync/desk/read-page.ts';
import { decodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { fetchHead, messages } from '../../../src-shared/sync/format/messages.ts';
import { decodePage } from '../../../src-shared/sync/format/page.ts';
import type { Arrival, Commit, Of } from './arrival.ts';
import { nothing } from './arrival.ts';
import type { DeskData } from './desk-store.ts';
import { addChange, factsOfScope, note, queue, setScope, unqueue } from './desk-tables.ts';
import { fromJson } from './exchange.ts';

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

export function hasDouble(data: Readonly<DeskData>, changes: PageContent['changes']): boolean {
  return changes.some((change) => isOfDouble(change, data, (id) => data.changes.has(id)));
}

export function storeContent(data: DeskData, scope: ScopeId, content: PageContent, to: LogPoint): void {
  for (const change of content.changes) addChange(data, change);
  for (const { id, bytes } of content.unreadable) data.unreadable.set(id, bytes);
  const listed = data.listed.get(scope) ?? new Map<ChangeId, number>();
  for (const { id, seq } of content.listed) {
    listed.set(id, seq);
    note(data, id, { event: 'listed', epoch: to.epoch, seq });
  }
  data.listed.set(scope, listed);
  unqueue(data, new Set(content.listed.map(({ id }) => id)));
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
  unqueue(data, new Set([id]));
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
