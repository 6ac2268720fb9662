// Judges one line as the record it would become, by the kind's own rules, exactly as a form would be judged.

import type { Problem } from '../base/problem.ts';
import { checkRecord } from '../records/check-record.ts';
import { valuesToContent } from '../records/content-values.ts';
import { createRecordContext } from '../records/create-record-context.ts';
import { patchOps } from '../records/edit-record.ts';
import { evaluate } from '../records/evaluate-expression.ts';
import { declaredPath } from '../records/field-at.ts';
import type { Kind } from '../records/kind.ts';
import { find } from '../records/place.ts';
import type { Surroundings } from '../records/record-context.ts';
import { applyOps, noValues } from '../records/record-values.ts';
import { screenStyle, show } from '../records/show.ts';
import type { Cell } from './cell.ts';
import type { CellWorld } from './read-cell.ts';
import { readRow } from './read-row.ts';
import type { RowPlan } from './row-plan.ts';

export type CheckedLine = {
  /** Line of the sheet, from 1, as the spreadsheet shows it. */
  readonly line: number;
  readonly content: Readonly<Record<string, unknown>>;
  /** Empty when the line can become a record; paths are those of the declaration. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** The ledger's own number of it. */
  readonly number: string;
  readonly title: string;
  /** Local date or date-time; empty while unknown. */
  readonly occurredAt: string;
  /** Everything the line says, in one spelling; equal exactly when two lines say the same. */
  readonly says: string;
};

export type LineRules = {
  readonly kind: Kind;
  readonly plan: RowPlan;
  readonly world: CellWorld;
  readonly surroundings: Surroundings;
  /** Handles the records unless the ledger names somebody. */
  readonly handler: string;
};

export function checkLine(rules: LineRules, cells: readonly Cell[], line: number): CheckedLine {
  const { kind, surroundings, handler } = rules;
  const { content, problems, notes, number } = readRow(rules.plan, cells, rules.world);
  let entries = 0;
  const newId = () => {
    entries += 1;
    return `e${entries}`;
  };
  const context = createRecordContext(kind, noValues, surroundings);
  const ops = patchOps(context, { handler, ...content }, newId);
  if (!ops.ok)
    return {
      line,
      content,
      problems: distinct([...problems, ...declared(kind, ops.problem.causes ?? [ops.problem])]),
      notes,
      number,
      title: '',
      occurredAt: '',
      says: '',
    };
  const values = applyOps(noValues, ops.value);
  const unread = new Set(problems.map(({ path }) => path));
  const broken = checkRecord(kind, valuesToContent(kind, values).content, context).filter(
    (problem) => !isSaidAlready(kind, problem, unread),
  );
  const saved = createRecordContext(kind, values, surroundings);
  const occurred = find(saved.place, kind.occurredAt).find(({ value }) => typeof value === 'string')?.value;
  return {
    line,
    content,
    problems: distinct([...problems, ...declared(kind, broken)]),
    notes,
    number,
    title: show(evaluate(kind.title, saved.place, saved), screenStyle),
    occurredAt: typeof occurred === 'string' ? occurred : '',
    says: JSON.stringify(ops.value.map(({ path, value }) => [path, value])),
  };
}

/** A field whose cell could not be read is missing for that reason alone. */
function isSaidAlready(kind: Kind, { code, path = '' }: Problem, unread: ReadonlySet<string | undefined>): boolean {
  return code === 'required' && (unread.has(path) || unread.has(declaredPath(kind.fields, path) ?? path));
}

/** The record engine names entries by their ids, a person by the field alone. */
function declared(kind: Kind, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) =>
    problem.path === undefined
      ? problem
      : { ...problem, path: declaredPath(kind.fields, problem.path) ?? problem.path },
  );
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
