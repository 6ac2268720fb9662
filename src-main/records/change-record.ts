// What every change of an existing record begins with: may this person, what did their form show, what comes after it.
// The change names the heads the form showed as its parents, so that a colleague's edit made meanwhile is never
// overwritten: different fields merge, the same field becomes a conflict.

import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import type { Writing } from '../database/database.ts';
import { mayWrite } from './access.ts';
import { commit, type Logged } from './commit.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import type { Save } from './save.ts';
import { contextOf, loadRecord, type Seen, type StoredRecord, seenAt } from './stored-record.ts';

export type Target = { readonly id: string; readonly heads: readonly string[] };

/** The record as the form showed it, inside the transaction. */
export type Changing = {
  readonly writing: Writing;
  readonly record: StoredRecord;
  readonly seen: Seen;
  readonly context: RecordContext;
};
export type Plan = {
  readonly ops: readonly Op[];
  readonly reason?: string | undefined;
  /** A new record saved with it, or not at all; the answer is then about that one. */
  readonly made?: Save;
  readonly logged: Logged;
  /** Done once the change is stored, in the same transaction. */
  readonly also?: (writing: Writing, touched: Set<string>) => void;
};

/** Problems: `not_allowed`, `record_not_visible`, `history_unknown_change`, those of the plan and of the disk. */
export function changeRecord(
  desk: Desk,
  person: Person,
  { id, heads }: Target,
  plan: (changing: Changing) => Result<Plan, Problem>,
): Result<SavedView, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  return commit(desk, person.id, (writing) => {
    const record = loadRecord(desk, writing, id, person);
    if (!record.ok) return record;
    const seen = seenAt(record.value, heads);
    if (!seen.ok) return seen;
    const context = contextOf(desk, writing, record.value.kind, seen.value.merged, person);
    const planned = plan({ writing, record: record.value, seen: seen.value, context });
    if (!planned.ok) return planned;
    const { ops, reason, made, logged, also } = planned.value;
    if (ops.length === 0) return ok({ unchanged: asItIs(record.value) });
    const save = {
      kind: record.value.kind.key,
      record: id,
      parents: seen.value.parents,
      ops,
      reason,
      onto: record.value.merged,
    };
    return ok({ saves: made ? [made, save] : [save], logged, ...(also === undefined ? {} : { also }) });
  });
}

function asItIs({ row, graph }: StoredRecord): SavedView {
  return {
    id: row.id,
    number: row.number,
    change: required(graph.heads[0], 'a stored record has a head'),
    heads: graph.heads,
  };
}
