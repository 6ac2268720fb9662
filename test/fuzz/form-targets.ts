// Superiors' blank forms, which come from outside and are written into: the workbook, its sheets and styles, and what a window
// says its cells are bound to.

import { fillParts } from '../../src-main/templates/fill-parts.ts';
import { formGrids } from '../../src-main/templates/form-grid.ts';
import { readCells } from '../../src-main/templates/read-cells.ts';
import { partText, sheetParts } from '../../src-main/templates/sheet-names.ts';
import type { BoundValues, FormValue } from '../../src-main/templates/template-values.ts';
import { readParts, type WorkbookParts, writeParts } from '../../src-main/templates/workbook-parts.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { type TemplateBinding, templateBindings } from '../../src-shared/contract/template-inputs.ts';
import { blankForm } from '../src-main/templates/blank-form.ts';
import { okValue } from '../support/ok-value.ts';
import { type FuzzTarget, jsonTarget, typedTarget } from './target.ts';

const form = await blankForm();
const parts = okValue(await readParts(form));

const single = (cell: string, value: FormValue, sheet = 0): BoundValues => ({
  binding: { sheet, cell, source: { of: 'manual', label: '手工' } },
  values: [value],
  isList: false,
  approximate: false,
});

const bound: readonly BoundValues[] = [
  single('B4', { type: 'number', value: 12 }),
  single('D4', { type: 'rate', value: 0.5 }),
  single('C5', { type: 'text', value: '<c r="A1">&\u0000' }),
  { ...single('B10', { type: 'text', value: '溪心桥' }), isList: true },
  single('B2', { type: 'number', value: 3 }, 1),
];

/** Either refused in words, or every cell that was written says so when it is read again. */
function fill(blank: WorkbookParts, values: readonly BoundValues[]): WorkbookParts | null {
  const filled = fillParts(blank, values);
  if (!filled.ok) return null;
  for (const { part } of sheetParts(filled.value.parts)) readCells(partText(filled.value.parts, part));
  return filled.value.parts;
}

/** A part of the honest form as a stranger writes it. */
function partTarget(name: string, part: string): FuzzTarget {
  return typedTarget(name, [partText(parts, part)], (text) => fill(new Map(parts).set(part, Buffer.from(text)), bound));
}

export const formTargets: readonly FuzzTarget[] = [
  {
    name: 'form to fill',
    seeds: [form],
    async run(bytes) {
      const read = await readParts(bytes);
      if (!read.ok) return;
      const grids = await formGrids(bytes);
      const filled = grids.ok ? fill(read.value, bound) : null;
      if (filled === null) return;
      const again = await readParts(await writeParts(filled, new Date(0)));
      assert(again.ok, 'what was filled can be opened');
    },
  },
  partTarget('sheet of a form', 'xl/worksheets/sheet1.xml'),
  partTarget('list of sheets of a form', 'xl/workbook.xml'),
  partTarget('places of sheets of a form', 'xl/_rels/workbook.xml.rels'),
  partTarget('styles of a form', 'xl/styles.xml'),
  jsonTarget('bindings of a form', [bound.map(({ binding }) => binding)], (value) => {
    const bindings = templateBindings.safeParse(value);
    if (bindings.success) fill(parts, bindings.data.map(boundTo));
  }),
];

function boundTo(binding: TemplateBinding): BoundValues {
  return {
    binding,
    values: [{ type: 'number', value: 1 }],
    isList: binding.source.of === 'column',
    approximate: false,
  };
}
