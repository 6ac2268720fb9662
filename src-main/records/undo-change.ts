// Undoing a just-saved edit is a new change that puts the values before it back; nothing is taken out of the history.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { type Change, operationsOf } from '../../src-shared/history/change.ts';
import { isAncestor } from '../../src-shared/history/graph.ts';
import { isChangeId } from '../../src-shared/history/ids.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import type { Op, Values } from '../../src-shared/records/record-values.ts';
import { noValues } from '../../src-shared/records/record-values.ts';
import { systemRoots } from '../../src-shared/records/system-paths.ts';
import { changeRecord, type Target } from './change-record.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import type { StoredRecord } from './stored-record.ts';

/** Problems: those of `changeRecord`, `undo_not_yours`, `undo_not_possible`. */
export function undoChange(
  desk: Desk,
  person: Person,
  { change: id, ...target }: Target & { readonly change: string },
): Result<SavedView, Problem> {
  return changeRecord(desk, person, target, ({ record }) => {
    const change = isChangeId(id) ? record.graph.nodesById.get(id)?.change : undefined;
    if (!change || !isUndoable(record, change)) return err({ code: 'undo_not_possible' });
    if (change.header.by !== person.id) return err({ code: 'undo_not_yours' });
    const ops = inverse(change, valuesBefore(record, change));
    return ok({ ops, logged: { action: 'undone', detail: { undone: id } } });
  });
}

/** A plain edit (no step, no paper, not the first save) whose values nobody has touched since. */
export function isUndoable({ merged, graph }: StoredRecord, change: Change): boolean {
  const ops = operationsOf(change);
  const isPlain = change.body !== null && change.header.parents.length > 0 && ops.every(({ path }) => !isKept(path));
  const isLast = graph.heads.length === 1 && graph.heads[0] === change.id;
  return (
    isPlain &&
    isLast &&
    ops.length > 0 &&
    ops.every(({ path }) => (merged.provenance.get(path) ?? change.id) === change.id)
  );
}

/** Attachments may be undone like any field; status, number, steps and papers are facts. */
function isKept(path: string): boolean {
  const root = path.split('/')[0] ?? '';
  return systemRoots.has(root) && root !== 'attachments';
}

/** The record as the author of the change saw it. */
export function valuesBefore({ graph }: StoredRecord, change: Change): Values {
  const node = graph.nodesById.get(change.id);
  if (!node || change.header.parents.length === 0) return noValues;
  return mergeRecord(graph.order.filter((other) => isAncestor(other, node)).map((other) => other.change)).values;
}

function inverse(change: Change, before: Values): Op[] {
  return operationsOf(change).map(({ path }) => ({ path, value: before.get(path) ?? null }));
}
