// The one way anything is saved: changes, heads, projections, search index, outbox and log line in one transaction.

import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { appendLinear, beginRecord } from '../../src-shared/history/append-linear.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { type ChangeId, toRecordId } from '../../src-shared/history/ids.ts';
import { type ChangeInput, makeGroup } from '../../src-shared/history/make-change.ts';
import type { MergedRecord } from '../../src-shared/history/merged-record.ts';
import type { AuditAction } from '../../src-shared/records/audit-actions.ts';
import { systemActor } from '../../src-shared/records/take-step.ts';
import type { Reading, Writing } from '../database/database.ts';
import { type AuditEntry, appendAudit } from '../stores/audit-store.ts';
import { chainTip, headsOf, insertOneChange, putOnlyHead } from '../stores/change-store.ts';
import { addToOutbox } from '../stores/outbox-store.ts';
import { linksTo, recordById, recordByKey } from '../stores/record-store.ts';
import { accountKey } from './account-kind.ts';
import type { Desk } from './desk.ts';
import { dueStepSave } from './due-step.ts';
import { readPeople } from './people.ts';
import type { Save } from './save.ts';
import { putShown, type Shown, showQuoting, showRecord } from './show-record.ts';

export type Logged = { readonly action: AuditAction; readonly detail?: AuditEntry['detail'] };

/** Records looked at for steps that follow a save, and steps one record takes in a row. */
const mostFollowing = 100;
const stepsInARow = 5;

/** What to save, the first of which is answered for; or the record as it is, when nothing would change. */
export type Planned =
  | {
      readonly saves: readonly [Save, ...Save[]];
      readonly logged: Logged;
      /** Done once the saves are stored, in the same transaction. */
      readonly also?: (writing: Writing, touched: Set<string>) => void;
    }
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
  { saves, logged, also }: Extract<Planned, { readonly saves: unknown }>,
  touched: Set<string>,
): Result<SavedView, Problem> {
  const stored = storeGroup(desk, writing, by, saves, touched);
  if (!stored.ok) return stored;
  const first = required(stored.value[0], 'a group has a change for each save');
  const { id, number } = first.shown.row;
  appendAudit(writing, {
    at: desk.tools.now(),
    account: by,
    action: logged.action,
    record: id,
    detail: { ...logged.detail, change: first.change },
  });
  also?.(writing, touched);
  const followed = takeStepsThatFollow(desk, writing, stored.value, touched);
  if (!followed.ok) return followed;
  const isLast = saves.length === 1 && followed.value === 0;
  const heads = isLast ? first.shown.merged.heads : headsOf(writing, first.shown.row.key);
  return ok({ id, number, change: first.change, heads });
}

/**
 * Stores the saves as one signed group inside the caller's transaction, with the steps that follow them; gives each record as
 * it was then shown. The caller writes the log's line, and announces `touched` once the transaction is on the disk.
 */
export function storeSaves(
  desk: Desk,
  writing: Writing,
  by: string,
  saves: readonly Save[],
  touched: Set<string>,
): Result<readonly Shown[], Problem> {
  const stored = storeGroup(desk, writing, by, saves, touched);
  if (!stored.ok) return stored;
  const followed = takeStepsThatFollow(desk, writing, stored.value, touched);
  return followed.ok ? ok(stored.value.map(({ shown }) => shown)) : followed;
}

type StoredChange = {
  readonly change: ChangeId;
  readonly shown: Shown;
  /** A record that nobody can name yet: its id was drawn for this very save, and nothing else is saved with it. */
  readonly isUnheardOf: boolean;
};

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
  const group = makeGroup(inputs, chainTip(writing, desk.device.chain.current), desk.device.signer, desk.tools.crypto);
  if (!group.ok) return group;
  const alone = saves.length === 1 ? saves[0] : undefined;
  return ok(group.value.changes.map((change) => storeChange(desk, writing, change, alone, touched)));
}

function toInput({ kind, record, parents, ops, reason }: Save, at: number, by: string): ChangeInput {
  return { kind, record: toRecordId(record), parents, at, by, ops, ...(reason ? { reason } : {}) };
}

/**
 * Stores one change and shows its record. A record's first change, and one that follows everything its author read in this
 * transaction, is merged without reading the history again; `alone` is its save when the group holds no other.
 */
function storeChange(
  desk: Desk,
  writing: Writing,
  change: Change,
  alone: Save | undefined,
  touched: Set<string>,
): StoredChange {
  const before = recordById(writing, change.header.record) ?? null;
  const { recordKey, seq } = insertOneChange(writing, change, before?.key ?? null, desk.tools.now());
  addToOutbox(writing, seq);
  const merged = before === null ? beginRecord(change) : appended(alone?.onto, change);
  if (merged === null)
    return { change: change.id, shown: showRecord(desk, writing, recordKey, touched), isUnheardOf: false };
  putOnlyHead(writing, recordKey, seq, before === null);
  const shown = putShown(desk, writing, merged, { key: recordKey, before });
  touched.add(shown.row.id);
  const isUnheardOf = before === null && alone !== undefined;
  if (!isUnheardOf) showQuoting(desk, writing, { before, after: shown.row }, touched);
  return { change: change.id, shown, isUnheardOf };
}

function appended(onto: MergedRecord | undefined, change: Change): MergedRecord | null {
  return onto === undefined ? null : appendLinear(onto, change);
}

/**
 * Steps that need nobody's decision follow the save that makes them due, in the same transaction: of the saved records, and
 * of those that wait for one of them. Gives how many were taken.
 */
function takeStepsThatFollow(
  desk: Desk,
  writing: Writing,
  stored: readonly StoredChange[],
  touched: Set<string>,
): Result<number, Problem> {
  const [only] = stored;
  if (only !== undefined && stored.length === 1 && only.isUnheardOf)
    return takeDueSteps(desk, writing, only.shown.row.id, touched, only.shown);
  const saved = new Set(stored.map(({ shown }) => shown.row.id));
  const waiting = [...saved].flatMap((id) =>
    linksTo(writing, id, mostFollowing).map(({ key }) => recordByKey(writing, key)?.id ?? ''),
  );
  let count = 0;
  for (const id of new Set([...saved, ...waiting])) {
    const taken = takeDueSteps(desk, writing, id, touched);
    if (!taken.ok) return taken;
    count += taken.value;
  }
  return ok(count);
}

/** Takes the steps of the desk's clock that are due on a record now; gives how many. `shown`: as it was just shown. */
export function takeDueSteps(
  desk: Desk,
  writing: Writing,
  id: string,
  touched: Set<string>,
  shown?: Shown,
): Result<number, Problem> {
  for (let taken = 0, now = shown; taken < stepsInARow; taken += 1, now = undefined) {
    const due = dueStepSave(desk, writing, id, now);
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

/** Tells the windows; called once everything is on the disk. */
export function announce(desk: Desk, touched: ReadonlySet<string>): void {
  const reading: Reading = desk.database.reading;
  const kinds = new Set([...touched].map((id) => recordById(reading, id)?.kind));
  if (kinds.has(accountKey)) {
    desk.people.current = readPeople(reading, desk.device.signer.device);
    desk.notify({ type: 'people' });
  }
  desk.notify({ type: 'records', ids: [...touched] });
  desk.notify({ type: 'delivery' });
}
