// Writes what the bound cells of a form come to into the parts of its workbook, each value the way its cell wants it.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import { serialOf } from '../registers/xlsx/date-serial.ts';
import { parseCell } from './cell-place.ts';
import { type StyleKind, styleKinds } from './number-formats.ts';
import { type FormSheet, readCells, roomBelow } from './read-cells.ts';
import { recalculateOnOpening } from './recalculate.ts';
import { type CellWrite, setCells, withoutOldResults } from './set-cells.ts';
import { partText, sheetParts } from './sheet-names.ts';
import type { BoundValues, FormValue } from './template-values.ts';
import type { WorkbookParts } from './workbook-parts.ts';

const style: ShowStyle = { for: 'register', language: 'zh' };

/** Cells written, lines of lists counted. Problems: `template_cell_unknown`, `template_room`. */
export function fillParts(
  parts: WorkbookParts,
  bound: readonly BoundValues[],
): Result<{ readonly parts: WorkbookParts; readonly cells: number }, Problem> {
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
