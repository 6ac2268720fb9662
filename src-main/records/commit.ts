// The one way anything is saved: changes, heads, projections, search index, outbox and log line in one transaction.

import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { toRecordId } from '../../src-shared/history/ids.ts';
import { type ChangeInput, makeGroup } from '../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import type { Parents } from '../../src-shared/history/parents.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import { searchTokens } from '../../src-shared/records/search/search-tokens.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { Reading, Writing } from '../database/database.ts';
import { appendAudit, type AuditAction, type AuditEntry } from '../stores/audit-store.ts';
import { changesOf, chainTip, insertOneChange, putHeads } from '../stores/change-store.ts';
import { addToOutbox } from '../stores/outbox-store.ts';
import { linksTo, putProjection, recordById, recordByKey, type RecordRow } from '../stores/record-store.ts';
import { indexRecord } from '../stores/search-store.ts';
import type { Desk } from './desk.ts';
import { accountKey } from './account-kind.ts';
import { readPeople } from './people.ts';
import { projectRecord } from './project-record.ts';

export type Save = {
  readonly kind: string;
  readonly record: string;
  readonly parents: Parents;
  readonly ops: readonly Op[];
  readonly reason?: string | undefined;
};
export type Logged = { readonly action: AuditAction; readonly detail?: AuditEntry['detail'] };

/** Records whose projection can depend on another's title in turn; a title does not reach further. */
const titleReach = 3;

/** What to save, the first of which is answered for; or the record as it is, when nothing would change. */
export type Planned = { readonly saves: readonly [Save, ...Save[]]; readonly logged: Logged } | { readonly unchanged: SavedView };

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
    return 'unchanged' in planned.value ? ok(planned.value.unchanged) : writeSaves(desk, writing, by, planned.value, touched);
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
  const at = desk.tools.now();
  const inputs = saves.map((save) => toInput(save, at, by));
  const group = makeGroup(inputs, chainTip(writing, desk.device.chain), desk.device.signer, desk.tools.crypto);
  if (!group.ok) return group;
  const rows = group.value.changes.map((change) => storeChange(desk, writing, change, touched));
  const first = required(group.value.changes[0], 'a group has a change for each save');
  const firstRow = required(rows[0], 'each change shows its record');
  appendAudit(writing, { at, account: by, action: logged.action, record: firstRow.row.id, detail: { ...logged.detail, change: first.id } });
  return ok({ id: firstRow.row.id, number: firstRow.row.number, change: first.id, heads: firstRow.heads });
}

function toInput({ kind, record, parents, ops, reason }: Save, at: number, by: string): ChangeInput {
  return { kind, record: toRecordId(record), parents, at, by, ops, ...(reason ? { reason } : {}) };
}

function storeChange(desk: Desk, writing: Writing, change: Change, touched: Set<string>): { readonly row: RecordRow; readonly heads: readonly string[] } {
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
): { readonly row: RecordRow; readonly heads: readonly string[] } {
  const before = recordByKey(writing, recordKey);
  const merged = mergeRecord(changesOf(writing, recordKey, desk.tools.crypto));
  const kind = kindOf(desk, merged.kind);
  const projected = projectRecord(desk, writing, recordKey, merged, kind);
  putProjection(writing, projected);
  putHeads(writing, recordKey, merged.heads);
  if (kind.key !== accountKey) indexRecord(writing, recordKey, searchTokens(projected.terms, kind.key));
  touched.add(projected.row.id);
  if (reach > 0 && quotesChanged(before, projected.row)) {
    for (const { key } of linksTo(writing, projected.row.id, 10_000)) if (key !== recordKey) showRecord(desk, writing, key, touched, reach - 1);
  }
  return { row: projected.row, heads: merged.heads };
}

function kindOf(desk: Desk, key: string) {
  const kind = desk.kinds.get(key);
  if (!kind.ok) throw new Error(`broken invariant: a record of unknown kind ${key} is shown`);
  return kind.value;
}

/** What other records show of this one: number, title, whether it is done. */
function quotesChanged(before: RecordRow | undefined, after: RecordRow): boolean {
  if (!before) return true;
  return before.number !== after.number || before.title !== after.title || (before.stage === 'done') !== (after.stage === 'done');
}

function announce(desk: Desk, touched: ReadonlySet<string>): void {
  const reading: Reading = desk.database.reading;
  const kinds = new Set([...touched].map((id) => recordById(reading, id)?.kind));
  if (kinds.has(accountKey)) {
    desk.people.current = readPeople(reading);
    desk.notify({ type: 'people' });
  }
  desk.notify({ type: 'records', ids: [...touched] });
  desk.notify({ type: 'delivery' });
}
