// Takes an import back: voids exactly the records of it that nobody has changed since, and leaves the others, saying which.

import { setImmediate as pause } from 'node:timers/promises';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { systemActor, takeStep } from '../../src-shared/records/take-step.ts';
import type { Writing } from '../database/database.ts';
import { actorOf, hasRole, mayWrite } from '../records/access.ts';
import { announce, storeSaves } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { newEntryId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import type { Save } from '../records/save.ts';
import { contextOf, readRecord } from '../records/stored-record.ts';
import { appendAudit } from '../stores/audit-store.ts';
import {
  countTakenBack,
  forgetKept,
  type ImportedRecord,
  type ImportRow,
  importedRecords,
  importOf,
  setImportState,
  wasChangedByPeople,
} from '../stores/import-store.ts';
import { recordByKey } from '../stores/record-store.ts';
import { type Batch, firstBatch, nextBatch } from './batch-size.ts';
import type { RunTools } from './run-import.ts';

export type TakenBack = { readonly voided: number; readonly kept: number };

export function mayUndo(person: Person, row: ImportRow): boolean {
  return mayWrite(person).ok && (row.account === person.id || hasRole(person, ['head']));
}

/** Problems: `import_unknown`, `import_undo_not_yours`, `import_undone_already`, `job_cancelled`, those of the disk. */
export async function undoImport(
  desk: Desk,
  person: Person,
  id: string,
  run: RunTools,
): Promise<Result<TakenBack, Problem>> {
  const row = importOf(desk.database.reading, id);
  if (row === null) return err({ code: 'import_unknown' });
  if (!mayUndo(person, row)) return err({ code: 'import_undo_not_yours' });
  if (row.state === 'undone' || row.state === 'cancelled') return err({ code: 'import_undone_already' });
  const forgotten = desk.database.write((writing) => ok(forgetKept(writing, row.key)));
  if (!forgotten.ok) return forgotten;
  const what = { key: row.key, reason: `撤销导入：${row.file.slice(0, 120)}`, total: row.imported };
  const taken = await takeBack(desk, person, what, run);
  if (!taken.ok) return taken;
  const ended = desk.database.write((writing) => {
    setImportState(writing, row.key, 'undone');
    const detail = { import: id, voided: taken.value.voided, kept: taken.value.kept };
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'import_undone', record: '', detail });
    return ok(null);
  });
  return ended.ok ? taken : ended;
}

/** `total`: records of the import, where it is known. */
type Taking = { readonly key: number; readonly reason: string; readonly total: number | null };

/** Voids batch by batch; what is void already is passed over, so that it can go on after it was stopped. */
export async function takeBack(
  desk: Desk,
  person: Person,
  what: Taking,
  run: RunTools,
): Promise<Result<TakenBack, Problem>> {
  let [voided, kept, after, done] = [0, 0, 0, 0];
  let batch: Batch = firstBatch;
  for (;;) {
    if (run.signal.aborted) return err({ code: 'job_cancelled' });
    const part = importedRecords(desk.database.reading, what.key, after, batch.size);
    const last = part.at(-1);
    if (last === undefined) return ok({ voided, kept });
    const began = run.steady();
    const taken = voidBatch(desk, person, what, part);
    if (!taken.ok) return taken;
    voided += taken.value.voided;
    kept += taken.value.kept;
    after = last.line;
    done += part.length;
    batch = nextBatch(batch, run.steady() - began);
    run.progress(done, what.total);
    await pause();
  }
}

function voidBatch(
  desk: Desk,
  person: Person,
  { key, reason }: Taking,
  part: readonly ImportedRecord[],
): Result<TakenBack, Problem> {
  const touched = new Set<string>();
  const taken = desk.database.write((writing) => {
    const tried = part.map(({ recordKey }) => voidingOf(desk, writing, person, recordKey, reason));
    const saves = tried.filter((one) => one !== 'kept' && one !== 'void');
    const kept = tried.filter((one) => one === 'kept').length;
    if (saves.length > 0) {
      const stored = storeSaves(desk, writing, person.id, saves, touched);
      if (!stored.ok) return stored;
    }
    countTakenBack(writing, key, saves.length, kept);
    return ok({ voided: saves.length, kept });
  });
  if (taken.ok && touched.size > 0) announce(desk, touched);
  return taken;
}

/** The save that voids a record, or why there is none: it is void already, or somebody has worked on it since. */
function voidingOf(desk: Desk, writing: Writing, person: Person, key: number, reason: string): Save | 'kept' | 'void' {
  const row = required(recordByKey(writing, key), 'an imported record is on the desk');
  if (wasChangedByPeople(writing, key, systemActor.id)) return row.stage === 'void' ? 'void' : 'kept';
  if (row.stage === 'void') return 'void';
  const record = readRecord(desk, writing, row);
  if (!record.ok) return 'kept';
  const { kind, merged } = record.value;
  const context = contextOf(desk, writing, kind, merged, person);
  const request = { transition: 'void', actor: actorOf(person), answers: [], reason };
  const ops = takeStep(context, request, () => newEntryId(desk.tools.crypto));
  if (!ops.ok) return 'kept';
  return { kind: kind.key, record: row.id, parents: toParents(merged.heads), ops: ops.value, reason, onto: merged };
}
