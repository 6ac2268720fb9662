// A person decides a conflict: one change whose parents are all heads, after which every desk shows the same value.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { PathConflict } from '../../src-shared/history/conflict.ts';
import { declaredPath } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { changeRecord, type Target } from './change-record.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * Problems: those of `changeRecord`, `decision_not_current` when there are heads the person has not seen,
 * `conflict_unknown`, `decision_not_a_version`, `decision_needs_second_person`.
 */
export function decideConflict(
  desk: Desk,
  person: Person,
  { path, value, ...target }: Target & { readonly path: string; readonly value: Scalar },
): Result<SavedView, Problem> {
  return changeRecord(desk, person, target, ({ record, seen }) => {
    if (record.graph.heads.some((head) => !seen.parents.includes(head))) return err({ code: 'decision_not_current' });
    const conflict = record.merged.conflicts.find((one) => one.path === path);
    if (!conflict) return err({ code: 'conflict_unknown', path });
    const problem = decisionProblem(record, conflict, value, person);
    if (problem) return err({ code: problem, path });
    return ok({ ops: [{ path, value }], logged: { action: 'decided', detail: { path } } });
  });
}

/** Money, status and identity are chosen among the versions by someone who did not write the one chosen. */
export function decisionProblem(
  { graph, kind }: Pick<StoredRecord, 'graph' | 'kind'>,
  conflict: PathConflict,
  value: Scalar,
  person: Person,
): 'decision_not_a_version' | 'decision_needs_second_person' | null {
  const chosen = conflict.versions.find((version) => version.value === value);
  if (conflict.kind === 'element' || needsSecondPerson(kind, conflict.path)) {
    if (!chosen) return 'decision_not_a_version';
  }
  if (!chosen || !needsSecondPerson(kind, conflict.path)) return null;
  const authors = chosen.changes.map((id) => graph.nodesById.get(id)?.change.header.by);
  return authors.every((author) => author === person.id) ? 'decision_needs_second_person' : null;
}

export function needsSecondPerson(kind: Kind, path: string): boolean {
  const declared = declaredPath(kind.fields, path) ?? path;
  return kind.secondPerson.some((named) => declared === named || declared.startsWith(`${named}/`));
}
