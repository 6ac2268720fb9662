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
import { type Run, runInThread } from './import-thread.ts';
import { checkMapping, firstLine, rememberMapping, tableOf } from './open-import.ts';
import type { OpenImport } from './open-imports.ts';
import type { CheckedTable, CheckTask, JudgedLine } from './thread-tasks.ts';

/** Lines compared with the desk before others get their turn. */
const comparedAtATime = 200;

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
  const checked = await runInThread(task.value, run);
  if (!checked.ok) return checked;
  const compared = await compareWithDesk(desk, open.kind.key, checked.value, run.signal);
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
    table,
    first: firstLine(header),
    headers: header.texts,
    mapping,
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
