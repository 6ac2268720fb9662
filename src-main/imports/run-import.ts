// Imports the chosen lines of a judged ledger. Batches of lines are one signed commit group each, small enough that whoever
// works at the desk does not notice; when the person cancels, what was written by then is taken back.

import { setImmediate as pause } from 'node:timers/promises';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Writing } from '../database/database.ts';
import { mayWrite } from '../records/access.ts';
import { newRecordSave } from '../records/add-record.ts';
import { announce, storeSaves } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { newRecordId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import type { Save } from '../records/save.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { addImportLine, beginImport, countImported, setImportState } from '../stores/import-store.ts';
import { type Batch, firstBatch, nextBatch } from './batch-size.ts';
import type { Run } from './import-thread.ts';
import { tableOf } from './open-import.ts';
import type { OpenImport } from './open-imports.ts';
import type { JudgedLine } from './thread-tasks.ts';
import { takeBack } from './undo-import.ts';

export type Chosen = {
  /** Lines of the sheet; null for all that are good. */
  readonly lines: readonly number[] | null;
  /** Good lines that are left out all the same, and duplicates that are taken in. */
  readonly except: readonly number[];
  readonly also: readonly number[];
  /** Import lines that seem to be here already, too. */
  readonly duplicates: boolean;
};
export type Imported = { readonly id: string; readonly imported: number; readonly refused: number };
export type RunTools = Run & {
  /** ms that only go forward. */
  readonly steady: () => number;
};

/** Problems: `not_allowed`, `import_not_checked`, `import_nothing_chosen`, `job_cancelled`, those of the disk. */
export async function runImport(
  desk: Desk,
  person: Person,
  open: OpenImport,
  chosen: Chosen,
  run: RunTools,
): Promise<Result<Imported, Problem>> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  if (open.checked === null) return err({ code: 'import_not_checked' });
  const lines = linesOf(open.checked.lines, chosen);
  if (lines.length === 0) return err({ code: 'import_nothing_chosen' });
  const begun = begin(desk, person, open, open.checked.lines.length, lines.length);
  if (!begun.ok) return begun;
  return importAll(desk, person, open, { ...begun.value, lines }, run);
}

function linesOf(lines: readonly JudgedLine[], chosen: Chosen): readonly JudgedLine[] {
  const [wanted, except, also] = [chosen.lines, chosen.except, chosen.also].map((numbers) => new Set(numbers ?? []));
  return lines.filter(({ line, problems, sameAs }) => {
    if (problems.length > 0 || except?.has(line)) return false;
    if (chosen.lines !== null) return wanted?.has(line);
    return sameAs === null || chosen.duplicates || also?.has(line);
  });
}

type Begun = { readonly key: number; readonly id: string };

function begin(desk: Desk, person: Person, open: OpenImport, all: number, chosen: number): Result<Begun, Problem> {
  const { now, crypto } = desk.tools;
  const id = newRecordId(now(), crypto);
  return desk.database.write((writing) => {
    const facts = {
      kind: open.kind.key,
      file: open.file,
      sheet: tableOf(open).name.slice(0, 100),
      at: now(),
      account: person.id,
    };
    const key = beginImport(writing, { id, ...facts, state: 'running', lines: all, refused: all - chosen });
    return ok({ key, id });
  });
}

type Work = Begun & { readonly lines: readonly JudgedLine[] };

async function importAll(
  desk: Desk,
  person: Person,
  open: OpenImport,
  work: Work,
  run: RunTools,
): Promise<Result<Imported, Problem>> {
  const { key, id, lines } = work;
  let [imported, refused] = [0, 0];
  let batch: Batch = firstBatch;
  for (let from = 0; from < lines.length; ) {
    if (run.signal.aborted) return cancel(desk, person, work, run);
    const part = lines.slice(from, from + batch.size);
    const began = run.steady();
    const stored = storeBatch(desk, person, open, { key, id }, part);
    if (!stored.ok) return stored;
    imported += stored.value.imported;
    refused += stored.value.refused;
    from += part.length;
    batch = nextBatch(batch, run.steady() - began);
    run.progress(from, lines.length);
    await pause();
  }
  const ended = end(desk, person, work, imported);
  return ended.ok ? ok({ id, imported, refused }) : ended;
}

type Stored = { readonly imported: number; readonly refused: number };

/** One transaction: records, search, numbers, outbox, which line each came from, and the log. */
function storeBatch(
  desk: Desk,
  person: Person,
  open: OpenImport,
  { key, id }: Begun,
  lines: readonly JudgedLine[],
): Result<Stored, Problem> {
  const touched = new Set<string>();
  const stored = desk.database.write((writing) => {
    const good = lines.flatMap((line) => {
      const save = saveOf(desk, writing, person, open, line);
      return save === null ? [] : [{ line, save }];
    });
    const shown = storeSaves(
      desk,
      writing,
      person.id,
      good.map(({ save }) => save),
      touched,
    );
    if (!shown.ok) return shown;
    for (const [index, { row }] of shown.value.entries()) {
      const line = good[index]?.line;
      if (line) addImportLine(writing, { importKey: key, line: line.line, recordKey: row.key, says: line.says });
    }
    const refused = lines.length - good.length;
    countImported(writing, key, good.length, refused);
    log(desk, writing, person, 'imported', { import: id, kind: open.kind.key, records: good.length });
    return ok({ imported: good.length, refused });
  });
  if (stored.ok && touched.size > 0) announce(desk, touched);
  return stored;
}

/** Null for a line that became wrong since it was judged: the desk has changed, or the day. */
function saveOf(
  desk: Desk,
  writing: Writing,
  person: Person,
  { kind, file }: OpenImport,
  { line, content }: JudgedLine,
): Save | null {
  const save = newRecordSave(desk, writing, person, kind, content);
  return save.ok ? { ...save.value, reason: `导入：${file.slice(0, 120)} 第${line}行` } : null;
}

function end(desk: Desk, person: Person, { key, id, lines }: Work, imported: number): Result<null, Problem> {
  return desk.database.write((writing) => {
    setImportState(writing, key, 'done');
    log(desk, writing, person, 'imported', { import: id, lines: lines.length, records: imported, whole: 1 });
    return ok(null);
  });
}

async function cancel(
  desk: Desk,
  person: Person,
  { key, id }: Work,
  run: RunTools,
): Promise<Result<Imported, Problem>> {
  const neverAgain = new AbortController().signal;
  const taken = await takeBack(desk, person, { key, reason: '取消导入', total: null }, { ...run, signal: neverAgain });
  if (!taken.ok) return taken;
  const ended = desk.database.write((writing) => {
    setImportState(writing, key, 'cancelled');
    log(desk, writing, person, 'import_undone', { import: id, voided: taken.value.voided, kept: taken.value.kept });
    return ok(null);
  });
  return ended.ok ? err({ code: 'job_cancelled' }) : ended;
}

function log(
  desk: Desk,
  writing: Writing,
  { id }: Person,
  action: 'imported' | 'import_undone',
  detail: Readonly<Record<string, string | number>>,
): void {
  appendAudit(writing, { at: desk.tools.now(), account: id, action, record: '', detail });
}
