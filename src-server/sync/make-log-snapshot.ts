// Makes the snapshot of one scope from its log, part by part, so that no more than one part is ever in memory. A longer log
// keeps the parts it has and adds to them: the same stretch of a log is the same bytes, whoever makes it.

import { setTimeout as pause } from 'node:timers/promises';
import { bytesToHex, bytesToText } from '../../src-shared/base/bytes.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { makeManifest } from '../../src-shared/sync/centre/make-snapshot.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { encodePage } from '../../src-shared/sync/format/page.ts';
import { chainStart } from '../../src-shared/sync/format/scope-chain.ts';
import { lastErasureSeq } from '../stores/erasure-store.ts';
import { countRecords } from '../stores/place-store.ts';
import { readHead } from '../stores/scope-log.ts';
import type { Centre } from './centre.ts';
import { readItems } from './read-items.ts';
import type { SnapshotFiles } from './snapshot-files.ts';
import { isSound, type LogState, type NotedPart, type SnapshotNote, type WireManifest } from './snapshot-note.ts';

/** A part is cut after so many entries or bytes; with one change of the largest size it is still below the limit. */
const partEntries = 2_000;
const partBytes = 2 * 1024 * 1024;
/** Parts after which the work done so far is noted, where no finished snapshot would be lost by it. */
const partsBetweenNotes = 16;

/** Null where there is no such scope. */
export async function readLogState(centre: Centre, scope: ScopeId): Promise<LogState | null> {
  const { reading } = centre.database;
  const epoch = await centre.epoch();
  const head = await readHead(reading, scope);
  // Looked up after the head: an order that comes between makes a snapshot too new and never too old.
  return head === null ? null : { head: { ...head, scope, epoch }, erasedUpTo: await lastErasureSeq(reading, scope) };
}

/** @param isStopped asked before each part */
export async function makeLogSnapshot(
  centre: Centre,
  files: SnapshotFiles,
  state: LogState,
  isStopped: () => boolean,
): Promise<SnapshotNote | null> {
  const { head, erasedUpTo } = state;
  const before = await files.readNote(head.scope);
  const useful = before !== null && isSound(before, state) ? before : null;
  const parts = [...(await partsToKeep(files, head.scope, useful))];
  let at = parts.at(-1)?.to ?? { seq: 0, chain: chainStart(head.scope, centre.crypto) };
  while (at.seq < head.seq) {
    if (isStopped()) return null;
    const begun = performance.now();
    const part = await makePart(centre, files, { ...head, ...at }, head);
    parts.push(part);
    at = part.to;
    if (useful?.manifest == null && parts.length % partsBetweenNotes === 0)
      await files.writeNote(head.scope, { point: head, erasedUpTo, parts, manifest: null });
    // Half of the time belongs to those who wait for an answer.
    await pause(performance.now() - begun);
  }
  const note = { point: head, erasedUpTo, parts, manifest: await signManifest(centre, head, parts) };
  await files.writeNote(head.scope, note);
  return note;
}

/** Full parts of the snapshot before, as far as they are all there. */
async function partsToKeep(
  files: SnapshotFiles,
  scope: ScopeId,
  note: SnapshotNote | null,
): Promise<readonly NotedPart[]> {
  const kept: NotedPart[] = [];
  for (const part of note?.parts ?? []) {
    if (!part.isFull || !(await files.hasPart(scope, part.sha256, part.bytes))) break;
    kept.push(part);
  }
  return kept;
}

async function makePart(centre: Centre, files: SnapshotFiles, from: LogPoint, head: LogPoint): Promise<NotedPart> {
  const { scope, epoch } = head;
  const upTo = Math.min(from.seq + partEntries, head.seq);
  const stretch = { scope, from: from.seq, upTo, bytes: partBytes };
  const { items, last } = await readItems(centre.database.reading, stretch);
  if (last === null) throw new Error('broken invariant: a log has every entry up to its head');
  const to = { seq: last.seq, chain: last.chain };
  // Nothing in it but what will be the same whenever it is made: the part is a page of a log that ends with it.
  const standing = { scope, epoch, head: to, there: from.chain };
  const bytes = encodePage({ standing, from: from.seq, to, at: 0, items });
  const sha256 = await files.writePart(scope, bytes);
  const isFull = last.seq < upTo || upTo === from.seq + partEntries;
  return { sha256, bytes: bytes.length, to, changes: items.filter(isChangeItem).length, isFull };
}

function isChangeItem({ kind }: { readonly kind: string }): boolean {
  return kind === 'change' || kind === 'shared';
}

async function signManifest(centre: Centre, point: LogPoint, parts: readonly NotedPart[]): Promise<WireManifest> {
  const facts = {
    point,
    at: centre.now(),
    format: 'documents',
    changes: parts.reduce((sum, { changes }) => sum + changes, 0),
    records: await countRecords(centre.database.reading, point.scope),
    parts,
  };
  const signed = makeManifest(facts, centre.signer, centre.crypto);
  return { bytes: bytesToText(signed.bytes), signature: bytesToHex(signed.signature) };
}
