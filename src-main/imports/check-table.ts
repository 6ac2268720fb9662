// Judges every line of a ledger by itself, and then finds the lines that are in it twice.

import { createHash } from 'node:crypto';
import type { Problem } from '../../src-shared/base/problem.ts';
import { type Cell, cellText } from '../../src-shared/imports/cell.ts';
import { type CheckedLine, checkLine, type LineRules } from '../../src-shared/imports/check-line.ts';
import { foldHeader } from '../../src-shared/imports/header-text.ts';
import { planRows } from '../../src-shared/imports/row-plan.ts';
import { isBlankLine, skipReason } from '../../src-shared/imports/skipped-line.ts';
import { datePart } from '../../src-shared/records/dates/iso-date-time.ts';
import type { CheckedTable, CheckTask, JudgedLine } from './thread-tasks.ts';

/** Lines after which word is given of how far it is. */
const wordEvery = 200;

/** @param progress how many lines are judged, of how many */
export function checkTable(task: CheckTask, progress: (done: number, total: number) => void): CheckedTable {
  const rules = rulesOf(task);
  const headers = task.headers.map(foldHeader);
  const lines: JudgedLine[] = [];
  const skipped: CheckedTable['skipped'][number][] = [];
  const { rows, firstLine } = task;
  let blank = 0;
  for (const [index, cells] of rows.entries()) {
    const line = firstLine + index;
    if (index % wordEvery === 0) progress(index, rows.length);
    if (isBlankLine(cells)) {
      blank += 1;
      continue;
    }
    const reason = skipReason(cells, headers);
    if (reason !== null) skipped.push({ line, problem: { code: reason }, text: textOf(cells) });
    else lines.push(judged(checkLine(rules, cells, line)));
  }
  progress(rows.length, rows.length);
  return { lines, skipped, blank };
}

function rulesOf({
  kind,
  codeLists,
  calendar,
  unit,
  now,
  officers,
  handler,
  year,
  headers,
  mapping,
}: CheckTask): LineRules {
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  return {
    kind,
    plan: planRows(kind, headers, mapping),
    world: { today: datePart(now), year, codeLists, officers },
    surroundings: {
      now,
      calendar,
      codeLists,
      unit,
      created: null,
      officerName: (id) => names.get(id) ?? null,
      // Only steps ask this, and an import takes none.
      officerMatches: () => false,
      linked: () => null,
    },
    handler,
  };
}

function judged(checked: CheckedLine): JudgedLine {
  return { ...checked, says: createHash('sha256').update(checked.says).digest('hex'), sameAs: null };
}

/** The first line that says something is kept; a later one that says the same is a duplicate of it. */
export function markTwice(lines: readonly JudgedLine[]): readonly JudgedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => (line.problems.length > 0 ? line : { ...line, sameAs: sameAsBefore(line, seen) }));
}

function sameAsBefore(
  { number, occurredAt, title, line, says }: JudgedLine,
  seen: Map<string, number>,
): Problem | null {
  const marks = [
    { code: 'import_same_line', mark: says },
    { code: 'import_number_twice', mark: number === '' ? '' : `number ${number}` },
    { code: 'import_alike_line', mark: occurredAt === '' || title === '' ? '' : `moment ${occurredAt} ${title}` },
  ] as const;
  const same = marks.find(({ mark }) => seen.has(mark));
  for (const { mark } of marks) if (mark !== '' && !seen.has(mark)) seen.set(mark, line);
  return same ? { code: same.code, facts: { line: seen.get(same.mark) ?? 0 } } : null;
}

function textOf(cells: readonly Cell[]): string {
  const texts = cells.map(cellText).filter((text) => text !== '');
  return [...new Set(texts)].join(' ').slice(0, 120);
}
