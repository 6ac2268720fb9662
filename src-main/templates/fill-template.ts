// Fills a superior's form for a period: only the bound cells change; formatting, formulas and merged cells stay.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { TemplateFilling } from '../../src-shared/contract/template-inputs.ts';
import { parsePeriod } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { templateById, templateBytes } from '../stores/template-store.ts';
import { fillParts } from './fill-parts.ts';
import { bindingsOf } from './keep-templates.ts';
import { type BoundValues, templateValues } from './template-values.ts';
import { readParts, writeParts } from './workbook-parts.ts';

export type FilledTemplate = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Cells written, lines of lists counted. */
  readonly cells: number;
  /** Bound cells left empty: nobody has entered the figure, or it cannot be worked out. */
  readonly empty: string;
  /** Cells whose figure is a floor (余). */
  readonly approximate: string;
};

/** Problems: `template_unknown`, `template_room`, `template_nothing_bound`, those of `parsePeriod`, `templateValues`. */
export async function fillTemplate(
  desk: Desk,
  person: Person,
  { id, period: periodText, manual }: TemplateFilling,
): Promise<Result<FilledTemplate, Problem>> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const row = templateById(desk.database.reading, id);
  if (row === undefined) return err({ code: 'template_unknown' });
  const bindings = bindingsOf(row);
  if (bindings.length === 0) return err({ code: 'template_nothing_bound' });
  const period = parsePeriod(periodText);
  if (!period.ok) return period;
  const values = templateValues(desk, person, bindings, { period: period.value, manual });
  if (!values.ok) return values;
  const parts = await readParts(templateBytes(desk.database.reading, id));
  if (!parts.ok) return parts;
  const filled = fillParts(parts.value, values.value);
  if (!filled.ok) return filled;
  const bytes = await writeParts(filled.value.parts, new Date(desk.tools.now()));
  return ok({
    name: `${row.name} ${periodWords(period.value).zh}`,
    bytes,
    cells: filled.value.cells,
    ...notes(values.value),
  });
}

function notes(bound: readonly BoundValues[]): Pick<FilledTemplate, 'empty' | 'approximate'> {
  const single = bound.filter(({ isList }) => !isList);
  const cells = (some: readonly BoundValues[]) => some.map(({ binding }) => binding.cell).join('、');
  return {
    empty: cells(single.filter(({ values }) => values[0]?.type === 'empty')),
    approximate: cells(single.filter(({ approximate }) => approximate)),
  };
}
