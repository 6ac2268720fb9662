// Judges an open import: each line by the kind's own rules in the thread, then against the records of the desk.

import { setImmediate as pause } from 'node:timers/promises';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { yearOfLedger } from '../../src-shared/imports/find-header.ts';
import type { ImportMapping } from '../../src-shared/imports/mapping.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { mayWrite } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { sameRecord } from '../stores/import-store.ts';
import { markTwice } from './check-table.ts';
import { type Run, runInThread } from './import-thread.ts';
import { checkMapping, firstLine, rememberMapping, tableOf } from './open-import.ts';
import type { OpenImport } from './open-imports.ts';
import type { CheckedTable, CheckTask, JudgedLine } from './thread-tasks.ts';

/** Lines compared with the desk before others get their turn. */
const comparedAtATime = 200;
/** Lines from which a second thread saves more time than it takes to start. */
const worthTwoThreads = 4_000;

/** Problems: `not_allowed`, `import_no_header`, those of `checkMapping`, `job_cancelled`. */
export async function judgeImport(
  desk: Desk,
  person: Person,
  open: OpenImport,
  mapping: ImportMapping,
  run: Run,
): Promise<Result<OpenImport, Problem>> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const fits = checkMapping(open, mapping);
  if (!fits.ok) return fits;
  const task = taskOf(desk, person, open, mapping);
  if (!task.ok) return task;
  const checked = await checkInThreads(task.value, run);
  if (!checked.ok) return checked;
  const table = { ...checked.value, lines: markTwice(checked.value.lines) };
  const compared = await compareWithDesk(desk, open.kind.key, table, run.signal);
  if (!compared.ok) return compared;
  const judged = { ...open, mapping, checked: compared.value };
  const remembered = rememberMapping(desk, judged);
  return remembered.ok ? ok(judged) : remembered;
}

function taskOf(desk: Desk, person: Person, open: OpenImport, mapping: ImportMapping): Result<CheckTask, Problem> {
  const { header, kind } = open;
  if (header === null) return err({ code: 'import_no_header' });
  const { unit, calendar } = desk.settings.current;
  const table = tableOf(open);
  return ok({
    task: 'check',
    kind,
    codeLists: desk.kinds.codeLists,
    calendar,
    unit: { name: unit.name, code: unit.code, phone: unit.phone },
    now: epochMsToLocal(desk.tools.now()),
    officers: desk.people.current.all.filter(({ enabled }) => enabled).map(({ id, name }) => ({ id, name })),
    handler: person.id,
    year: yearOfLedger(table, header, open.file),
    rows: table.rows.slice(firstLine(header)),
    firstLine: firstLine(header) + 1,
    headers: header.texts,
    mapping,
  });
}

/** Two halves of a long ledger are judged side by side: the desk itself has little to do meanwhile. */
async function checkInThreads(task: CheckTask, run: Run): Promise<Result<CheckedTable, Problem>> {
  const { rows } = task;
  const half = rows.length < worthTwoThreads ? rows.length : Math.ceil(rows.length / 2);
  const starts = half === rows.length ? [0] : [0, half];
  const done = starts.map(() => 0);
  const parts = await Promise.all(
    starts.map((start, at) =>
      runInThread(
        { ...task, rows: rows.slice(start, start + half), firstLine: task.firstLine + start },
        {
          signal: run.signal,
          progress: (lines) => {
            done[at] = lines;
            run.progress(
              done.reduce((sum, one) => sum + one, 0),
              rows.length,
            );
          },
        },
      ),
    ),
  );
  const tables: CheckedTable[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    tables.push(part.value);
  }
  return ok({
    lines: tables.flatMap(({ lines }) => lines),
    skipped: tables.flatMap(({ skipped }) => skipped),
    blank: tables.reduce((sum, { blank }) => sum + blank, 0),
  });
}

async function compareWithDesk(
  desk: Desk,
  kind: string,
  checked: CheckedTable,
  signal: AbortSignal,
): Promise<Result<CheckedTable, Problem>> {
  const lines: JudgedLine[] = [];
  for (let from = 0; from < checked.lines.length; from += comparedAtATime) {
    if (signal.aborted) return err({ code: 'job_cancelled' });
    for (const line of checked.lines.slice(from, from + comparedAtATime)) lines.push(comparedLine(desk, kind, line));
    await pause();
  }
  return ok({ ...checked, lines });
}

function comparedLine(desk: Desk, kind: string, line: JudgedLine): JudgedLine {
  if (line.problems.length > 0 || line.sameAs !== null) return line;
  const number = sameRecord(desk.database.reading, kind, line);
  return number === null ? line : { ...line, sameAs: { code: 'import_already_here', facts: { number } } };
}
