// Fills a superior's form for a period: only the bound cells change; formatting, formulas and merged cells stay.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { TemplateFilling } from '../../src-shared/contract/template-inputs.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import { parsePeriod } from '../../src-shared/reports/period.ts';
import { periodWords } from '../../src-shared/reports/period-words.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { serialOf } from '../registers/xlsx/date-serial.ts';
import { templateById, templateBytes } from '../stores/template-store.ts';
import { parseCell } from './cell-place.ts';
import { bindingsOf } from './keep-templates.ts';
import { type StyleKind, styleKinds } from './number-formats.ts';
import { type FormSheet, readCells, roomBelow } from './read-cells.ts';
import { recalculateOnOpening } from './recalculate.ts';
import { type CellWrite, setCells, withoutOldResults } from './set-cells.ts';
import { partText, sheetParts } from './sheet-names.ts';
import { type BoundValues, type FormValue, templateValues } from './template-values.ts';
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

const style: ShowStyle = { for: 'register', language: 'zh' };

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

type Parts = ReadonlyMap<string, Uint8Array>;

function fillParts(
  parts: Parts,
  bound: readonly BoundValues[],
): Result<{ readonly parts: Parts; readonly cells: number }, Problem> {
  const kinds = styleKinds(partText(parts, 'xl/styles.xml'));
  const changed = new Map(parts);
  const put = (part: string, text: string) => changed.set(part, Buffer.from(text, 'utf8'));
  let cells = 0;
  for (const [at, { part }] of sheetParts(parts).entries()) {
    const xml = partText(parts, part);
    const form = readCells(xml);
    const writes: CellWrite[] = [];
    for (const values of bound.filter(({ binding }) => binding.sheet === at)) {
      const made = writesOf(form, kinds, values);
      if (!made.ok) return made;
      writes.push(...made.value);
    }
    cells += writes.length;
    put(part, setCells(withoutOldResults(xml), writes));
  }
  put('xl/workbook.xml', recalculateOnOpening(partText(parts, 'xl/workbook.xml')));
  return ok({ parts: changed, cells });
}

function writesOf(
  form: FormSheet,
  kinds: readonly StyleKind[],
  { binding, values, isList }: BoundValues,
): Result<readonly CellWrite[], Problem> {
  const place = parseCell(binding.cell);
  if (place === null) return err({ code: 'template_cell_unknown', facts: { cell: binding.cell } });
  const room = isList ? roomBelow(form, place.column, place.row) : 1;
  if (values.length > room)
    return err({ code: 'template_room', facts: { cell: binding.cell, room, lines: values.length } });
  const first = form.cells.get(`${place.row},${place.column}`)?.style ?? null;
  return ok(
    values.map((value, below) => {
      const row = place.row + below;
      const own = form.cells.get(`${row},${place.column}`);
      const cellStyle = own === undefined ? first : own.style;
      const kind = kinds[Number(cellStyle ?? 0)] ?? 'other';
      return { column: place.column, row, value: cellValue(value, kind), style: first };
    }),
  );
}

/** A day becomes a real one only where its cell shows days; a rate is a quotient only where its cell shows percents. */
function cellValue(value: FormValue, kind: StyleKind): string | number | null {
  switch (value.type) {
    case 'empty':
      return null;
    case 'number':
    case 'integer':
      return value.value;
    case 'rate':
      return kind === 'percent' ? value.value : Math.round(value.value * 10_000) / 100;
    case 'money':
      return value.value / 100;
    case 'date':
    case 'dateTime': {
      const serial = kind === 'day' ? serialOf(value.value) : null;
      return serial ?? show(value, style);
    }
    default:
      return show(value, style);
  }
}

function notes(bound: readonly BoundValues[]): Pick<FilledTemplate, 'empty' | 'approximate'> {
  const single = bound.filter(({ isList }) => !isList);
  const cells = (some: readonly BoundValues[]) => some.map(({ binding }) => binding.cell).join('、');
  return {
    empty: cells(single.filter(({ values }) => values[0]?.type === 'empty')),
    approximate: cells(single.filter(({ approximate }) => approximate)),
  };
}
