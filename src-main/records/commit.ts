// The one way anything is saved: changes, heads, projections, search index, outbox and log line in one transaction.

import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { toRecordId } from '../../src-shared/history/ids.ts';
import { type ChangeInput, makeGroup } from '../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { searchTokens } from '../../src-shared/records/search/search-tokens.ts';
import { systemActor } from '../../src-shared/records/take-step.ts';
import type { Reading, Writing } from '../database/database.ts';
import { type AuditAction, type AuditEntry, appendAudit } from '../stores/audit-store.ts';
import { chainTip, changesOf, headsOf, insertOneChange, putHeads } from '../stores/change-store.ts';
import { addToOutbox } from '../stores/outbox-store.ts';
import { linksTo, putProjection, type RecordRow, recordById, recordByKey } from '../stores/record-store.ts';
import { indexRecord } from '../stores/search-store.ts';
import { accountKey } from './account-kind.ts';
import type { Desk } from './desk.ts';
import { dueStepSave } from './due-step.ts';
import { readPeople } from './people.ts';
import { projectRecord } from './project-record.ts';
import type { Save } from './save.ts';

export type Logged = { readonly action: AuditAction; readonly detail?: AuditEntry['detail'] };

/** Records looked at for steps that follow a save, and steps one record takes in a row. */
const mostFollowing = 100;
const stepsInARow = 5;
/** Records whose projection can depend on another's title in turn; a title does not reach further. */
const titleReach = 3;

/** What to save, the first of which is answered for; or the record as it is, when nothing would change. */
export type Planned =
  | { readonly saves: readonly [Save, ...Save[]]; readonly logged: Logged }
  | { readonly unchanged: SavedView };

/** Works out from what is stored what to save; it runs inside the transaction. */
export type Work = (writing: Writing) => Result<Planned, Problem>;

/**
 * Runs `work` and commits what it gives as one signed group by `by`; answers for the first save.
 * The window hears of it only once it is on the disk.
 */
export function commit(desk: Desk, by: string, work: Work): Result<SavedView, Problem> {
  const touched = new Set<string>();
  const saved = desk.database.write((writing) => {
    const planned = work(writing);
    if (!planned.ok) return planned;
    return 'unchanged' in planned.value
      ? ok(planned.value.unchanged)
      : writeSaves(desk, writing, by, planned.value, touched);
  });
  if (saved.ok && touched.size > 0) announce(desk, touched);
  return saved;
}

function writeSaves(
  desk: Desk,
  writing: Writing,
  by: string,
  { saves, logged }: Extract<Planned, { readonly saves: unknown }>,
  touched: Set<string>,
): Result<SavedView, Problem> {
  const stored = storeGroup(desk, writing, by, saves, touched);
  if (!stored.ok) return stored;
  const first = required(stored.value[0], 'a group has a change for each save');
  const { id } = first.row;
  appendAudit(writing, {
    at: desk.tools.now(),
    account: by,
    action: logged.action,
    record: id,
    detail: { ...logged.detail, change: first.change },
  });
  const followed = takeStepsThatFollow(desk, writing, saves, touched);
  if (!followed.ok) return followed;
  const { key, number } = required(recordById(writing, id), 'a saved record is shown');
  return ok({ id, number, change: first.change, heads: headsOf(writing, key) });
}

type StoredChange = { readonly change: string; readonly row: RecordRow };

/** Makes, signs and stores the changes, and shows each record anew. */
function storeGroup(
  desk: Desk,
  writing: Writing,
  by: string,
  saves: readonly Save[],
  touched: Set<string>,
): Result<readonly StoredChange[], Problem> {
  const at = desk.tools.now();
  const inputs = saves.map((save) => toInput(save, at, by));
  const group = makeGroup(inputs, chainTip(writing, desk.device.chain), desk.device.signer, desk.tools.crypto);
  if (!group.ok) return group;
  return ok(
    group.value.changes.map((change) => ({ change: change.id, row: storeChange(desk, writing, change, touched) })),
  );
}

/**
 * Steps that need nobody's decision follow the save that makes them due, in the same transaction: of the saved records, and
 * of those that wait for one of them.
 */
function takeStepsThatFollow(
  desk: Desk,
  writing: Writing,
  saves: readonly Save[],
  touched: Set<string>,
): Result<null, Problem> {
  const saved = new Set(saves.map(({ record }) => record));
  const waiting = [...saved].flatMap((id) =>
    linksTo(writing, id, mostFollowing).map(({ key }) => recordByKey(writing, key)?.id ?? ''),
  );
  for (const id of new Set([...saved, ...waiting])) {
    const taken = takeDueSteps(desk, writing, id, touched);
    if (!taken.ok) return taken;
  }
  return ok(null);
}

/** Takes the steps of the desk's clock that are due on a record now; gives how many. */
export function takeDueSteps(desk: Desk, writing: Writing, id: string, touched: Set<string>): Result<number, Problem> {
  for (let taken = 0; taken < stepsInARow; taken += 1) {
    const due = dueStepSave(desk, writing, id);
    if (!due.ok) return due;
    if (due.value === null) return ok(taken);
    const { save, step } = due.value;
    const stored = storeGroup(desk, writing, systemActor.id, [save], touched);
    if (!stored.ok) return stored;
    const detail = { kind: save.kind, step, change: stored.value[0]?.change ?? '' };
    appendAudit(writing, { at: desk.tools.now(), account: systemActor.id, action: 'step_taken', record: id, detail });
  }
  return ok(stepsInARow);
}

function toInput({ kind, record, parents, ops, reason }: Save, at: number, by: string): ChangeInput {
  return { kind, record: toRecordId(record), parents, at, by, ops, ...(reason ? { reason } : {}) };
}

function storeChange(desk: Desk, writing: Writing, change: Change, touched: Set<string>): RecordRow {
  const known = recordById(writing, change.header.record);
  const { recordKey, seq } = insertOneChange(writing, change, known?.key ?? null, desk.tools.now());
  addToOutbox(writing, seq);
  return showRecord(desk, writing, recordKey, touched);
}

/** Brings everything that is worked out from a record's changes up to date, and the titles that quote it. */
export function showRecord(
  desk: Desk,
  writing: Writing,
  recordKey: number,
  touched: Set<string>,
  reach = titleReach,
): RecordRow {
  const before = recordByKey(writing, recordKey);
  const merged = mergeRecord(changesOf(writing, recordKey, desk.tools.crypto));
  const kind = kindOf(desk, merged.kind);
  const projected = projectRecord(desk, writing, recordKey, merged, kind);
  putProjection(writing, projected);
  putHeads(writing, recordKey, merged.heads);
  if (kind.key !== accountKey) indexRecord(writing, recordKey, searchTokens(projected.terms, kind.key));
  touched.add(projected.row.id);
  if (reach > 0 && quotesChanged(before, projected.row)) {
    for (const { key } of linksTo(writing, projected.row.id, 10_000))
      if (key !== recordKey) showRecord(desk, writing, key, touched, reach - 1);
  }
  return projected.row;
}

function kindOf(desk: Desk, key: string) {
  const kind = desk.kinds.get(key);
  if (!kind.ok) throw new Error(`broken invariant: a record of unknown kind ${key} is shown`);
  return kind.value;
}

/** What other records show of this one: number, title, whether it is done. */
function quotesChanged(before: RecordRow | undefined, after: RecordRow): boolean {
  if (!before) return true;
  return (
    before.number !== after.number ||
    before.title !== after.title ||
    (before.stage === 'done') !== (after.stage === 'done')
  );
}

/** Tells the windows; called once everything is on the disk. */
export function announce(desk: Desk, touched: ReadonlySet<string>): void {
  const reading: Reading = desk.database.reading;
  const kinds = new Set([...touched].map((id) => recordById(reading, id)?.kind));
  if (kinds.has(accountKey)) {
    desk.people.current = readPeople(reading);
    desk.notify({ type: 'people' });
  }
  desk.notify({ type: 'records', ids: [...touched] });
  desk.notify({ type: 'delivery' });
}
