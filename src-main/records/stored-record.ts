// A record as it is stored: its row, its changes as a graph, and what they show now or showed to whoever knew only some.

import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { buildGraph, type Graph, isAncestor } from '../../src-shared/history/graph.ts';
import { isChangeId } from '../../src-shared/history/ids.ts';
import { mergeGraph, mergeRecord } from '../../src-shared/history/merge-record.ts';
import type { MergedRecord } from '../../src-shared/history/merged-record.ts';
import { type Parents, toParents } from '../../src-shared/history/parents.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { Reading } from '../database/database.ts';
import { changesOf } from '../stores/change-store.ts';
import { type RecordRow, recordById } from '../stores/record-store.ts';
import { actorOf, maySee } from './access.ts';
import type { Desk } from './desk.ts';
import { isInternal } from './internal-kinds.ts';
import type { Person } from './people.ts';
import { surroundingsOf } from './surroundings.ts';

export type StoredRecord = {
  readonly row: RecordRow;
  readonly kind: Kind;
  readonly graph: Graph;
  readonly merged: MergedRecord;
};

/** Problem `record_not_visible` when it is not here or not for this person's eyes: which of the two is not told. */
export function loadRecord(desk: Desk, reading: Reading, id: string, person: Person): Result<StoredRecord, Problem> {
  const row = recordById(reading, id);
  if (!row || isInternal(row.kind) || !maySee(person, row)) return err({ code: 'record_not_visible' });
  return readRecord(desk, reading, row);
}

/** Without asking who wants to know: for the desk's own clock. */
export function readRecord(desk: Desk, reading: Reading, row: RecordRow): Result<StoredRecord, Problem> {
  const kind = desk.kinds.get(row.kind);
  if (!kind.ok) return kind;
  const graph = buildGraph(changesOf(reading, row.key, desk.tools.crypto));
  return ok({ row, kind: kind.value, graph, merged: mergeGraph(graph) });
}

export type Seen = { readonly parents: Parents; readonly merged: MergedRecord };

/** The record as it was with these heads, as a form showed it. Problem `history_unknown_change` for heads that are not its own. */
export function seenAt(record: StoredRecord, heads: readonly string[]): Result<Seen, Problem> {
  const nodes = heads.map((id) => (isChangeId(id) ? record.graph.nodesById.get(id) : undefined));
  if (heads.length === 0 || nodes.some((node) => node === undefined)) return err({ code: 'history_unknown_change' });
  const parents = toParents(nodes.map((node) => required(node, 'unknown heads were refused').change.id));
  if (parents.length === record.graph.heads.length && parents.every((id) => record.graph.heads.includes(id)))
    return ok({ parents, merged: record.merged });
  const known = record.graph.order.filter((node) =>
    nodes.some((head) => head && (head === node || isAncestor(node, head))),
  );
  return ok({ parents, merged: mergeRecord(known.map(({ change }) => change)) });
}

/** The record in its surroundings, as this person may act on it. */
export function contextOf(
  desk: Desk,
  reading: Reading,
  kind: Kind,
  merged: MergedRecord,
  person?: Person,
): RecordContext {
  const actor = person ? { actor: actorOf(person) } : {};
  return createRecordContext(
    kind,
    merged.values,
    surroundingsOf(desk, reading, { now: desk.tools.now(), created: merged.created, ...actor }),
  );
}
