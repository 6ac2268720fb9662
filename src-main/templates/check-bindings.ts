// Whether the cells of a form can be filled as they are bound: they exist, hold no formula, and what fills them is known.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { serialColumn, type TemplateBinding, type TemplateSource } from '../../src-shared/contract/template-inputs.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { offeredKind } from '../records/add-record.ts';
import type { Desk } from '../records/desk.ts';
import { columnsOf } from '../registers/register-columns.ts';
import { parseCell } from './cell-place.ts';
import { mergedAt, readCells } from './read-cells.ts';
import { partText, sheetParts } from './sheet-names.ts';
import { readParts } from './workbook-parts.ts';

/** Problems: those of `readParts`, `template_cell_…`, `template_column_unknown`, `kind_unknown`, `indicator_unknown`. */
export async function checkBindings(
  desk: Desk,
  bytes: Uint8Array,
  bindings: readonly TemplateBinding[],
): Promise<Result<null, Problem>> {
  const parts = await readParts(bytes);
  if (!parts.ok) return parts;
  const sheets = sheetParts(parts.value).map(({ part }) => readCells(partText(parts.value, part)));
  const seen = new Set<string>();
  for (const { sheet, cell, source } of bindings) {
    const form = sheets[sheet];
    const place = parseCell(cell);
    if (form === undefined || place === null) return err({ code: 'template_cell_unknown', facts: { cell } });
    const block = mergedAt(form, place.column, place.row);
    if (block !== undefined && (block.from.column !== place.column || block.from.row !== place.row))
      return err({ code: 'template_cell_merged', facts: { cell } });
    if (form.cells.get(`${place.row},${place.column}`)?.hasFormula === true)
      return err({ code: 'template_cell_formula', facts: { cell } });
    if (seen.has(`${sheet}!${cell}`)) return err({ code: 'template_cell_twice', facts: { cell } });
    seen.add(`${sheet}!${cell}`);
    const known = checkSource(desk, source);
    if (!known.ok) return known;
  }
  return ok(null);
}

function checkSource(desk: Desk, source: TemplateSource): Result<null, Problem> {
  if (source.of === 'indicator' && !indicatorsByKey.has(source.indicator))
    return err({ code: 'indicator_unknown', facts: { indicator: source.indicator } });
  if (!('kind' in source)) return ok(null);
  const kind = offeredKind(desk, source.kind);
  if (!kind.ok) return kind;
  if (!('column' in source) || source.column === serialColumn) return ok(null);
  const column = columnsOf(kind.value).find(({ label }) => label.zh === source.column);
  const facts = { column: source.column };
  if (column === undefined) return err({ code: 'template_column_unknown', facts });
  return source.of === 'sum' && column.total !== true ? err({ code: 'template_column_no_sum', facts }) : ok(null);
}
