// A sheet that one person writes and another confirms, with what it changes on other records: each change under the name of the
// person who made it, all of it in one transaction or none.

import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { editRecord } from '../../src-shared/records/edit-record.ts';
import type { Writing } from '../database/database.ts';
import { newRecordSave } from '../records/add-record.ts';
import { announce, type Logged, storeSaves } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { newEntryId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import type { Save } from '../records/save.ts';
import { contextOf, readRecord, type StoredRecord } from '../records/stored-record.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { recordById } from '../stores/record-store.ts';
import { type Sheet, sheetKind } from './sheet-kind.ts';

export type TwoPeople = { readonly desk: Desk; readonly person: Person; readonly second: Person };

export type SheetPlan = {
  /** What the first person writes. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly written: Logged;
  /** What the second adds to it. */
  readonly confirmation: Readonly<Record<string, unknown>>;
  readonly confirmed: Logged;
  /** Other records that change with it, in the second person's name; `sheet` is the id of the new sheet. */
  readonly also: (writing: Writing, sheet: string) => Result<readonly Save[], Problem>;
};

/** Problems: those of the plan, of a new record, and of the disk. */
export function writeSheet(
  { desk, person, second }: TwoPeople,
  sheet: Sheet,
  plan: (writing: Writing) => Result<SheetPlan, Problem>,
): Result<SavedView, Problem> {
  const touched = new Set<string>();
  const saved = desk.database.write((writing) => {
    const planned = plan(writing);
    if (!planned.ok) return planned;
    const { content, written, confirmation, confirmed, also } = planned.value;
    const begun = newRecordSave(desk, writing, person, sheetKind(desk, sheet), content);
    if (!begun.ok) return begun;
    const id = begun.value.record;
    const first = storeSaves(desk, writing, person.id, [begun.value], touched);
    if (!first.ok) return first;
    log(desk, writing, person, id, written);
    const others = also(writing, id);
    if (!others.ok) return others;
    const own = patchSave(desk, writing, second, id, confirmation);
    if (!own.ok) return own;
    const last = storeSaves(desk, writing, second.id, [own.value, ...others.value], touched);
    if (!last.ok) return last;
    log(desk, writing, second, id, confirmed);
    return ok(savedView(desk, writing, id));
  });
  if (saved.ok) announce(desk, touched);
  return saved;
}

/** The save of a patch upon what is stored now. Problems: `record_not_visible`, those of an edit. */
export function patchSave(
  desk: Desk,
  writing: Writing,
  person: Person,
  id: string,
  patch: Readonly<Record<string, unknown>>,
): Result<Save, Problem> {
  const row = recordById(writing, id);
  if (row === undefined) return err({ code: 'record_not_visible' });
  const record = readRecord(desk, writing, row);
  if (!record.ok) return record;
  const ops = editRecord(contextFor(desk, writing, record.value, person), patch, () => newEntryId(desk.tools.crypto));
  if (!ops.ok) return ops;
  const { kind, merged } = record.value;
  return ok({ kind: kind.key, record: id, parents: toParents(merged.heads), ops: ops.value, onto: merged });
}

/** Local time, as sheets and lines hold it. */
export function nowLocal(desk: Desk): string {
  return epochMsToLocal(desk.tools.now());
}

function contextFor(desk: Desk, writing: Writing, { kind, merged }: StoredRecord, person: Person) {
  return contextOf(desk, writing, kind, merged, person);
}

function log(desk: Desk, writing: Writing, { id: account }: Person, record: string, { action, detail = {} }: Logged) {
  appendAudit(writing, { at: desk.tools.now(), account, action, record, detail });
}

function savedView(desk: Desk, writing: Writing, id: string): SavedView {
  const row = required(recordById(writing, id), 'the sheet was just saved');
  const record = readRecord(desk, writing, row);
  const heads = record.ok ? record.value.graph.heads : [];
  return { id, number: row.number, change: heads[0] ?? '', heads };
}
