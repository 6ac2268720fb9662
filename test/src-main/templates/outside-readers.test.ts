// A filled form as outsiders read it: from its zip and XML alone, every cell that was not bound as it was, and by LibreOffice.

import { expect, it } from 'vitest';
import type { TemplateBinding } from '../../../src-shared/contract/template-inputs.ts';
import { sheetByLibreOffice } from '../../support/libre-office.ts';
import { type PlainSheet, readPlainWorkbook } from '../../support/plain/plain-workbook.ts';
import { deskWithFinds } from '../registers/desk-with-finds.ts';
import { endedJob } from '../registers/made-register.ts';
import { blankForm } from './blank-form.ts';

const kind = 'found_item';
const bind = (cell: string, source: TemplateBinding['source']): TemplateBinding => ({ sheet: 0, cell, source });
const bindings = [
  bind('C2', { of: 'fact', fact: 'period' }),
  bind('B4', { of: 'count', kind }),
  bind('B5', { of: 'sum', kind, column: '现金(元)', unit: 'wan' }),
  bind('B6', { of: 'manual', label: '上期结转' }),
  bind('A10', { of: 'column', kind, column: '序号' }),
  bind('B10', { of: 'column', kind, column: '拾得时间' }),
  bind('C10', { of: 'column', kind, column: '编号' }),
  bind('D10', { of: 'column', kind, column: '现金(元)' }),
];

/** What the form must hold where something was filled in. */
const expected: Readonly<Record<string, string | number | null>> = {
  C2: '2026年11月',
  B4: 3,
  B5: 0.04,
  B6: 7,
  A10: 1,
  A11: 2,
  A12: 3,
  B10: 46327 + 8 / 24,
  B11: 46329 + 10 / 24,
  B12: 46335 + 8 / 24,
  C10: '方岩所拾〔2026〕0002号',
  C11: '方岩所拾〔2026〕0001号',
  C12: '方岩所拾〔2026〕0003号',
  D10: null,
  D11: 300,
  D12: 100,
};

async function filledForm(): Promise<Uint8Array> {
  const { client } = await deskWithFinds();
  const file = new File([await blankForm()], '月报.xlsx');
  const { id } = await client.templates.add({ name: '月报', file });
  await client.templates.save({ id, name: '月报', bindings });
  const { job } = await client.templates.fill({ id, period: '2026-11', manual: { 上期结转: '7' } });
  expect((await endedJob(client, job)).problem).toBeNull();
  return new Uint8Array(await (await client.jobs.file({ id: job })).arrayBuffer());
}

/** Values that were worked out earlier stand beside no formula any more. */
function withoutFilled({ cells, ...sheet }: PlainSheet) {
  const others = [...cells].filter(([place]) => !Object.hasOwn(expected, place));
  return {
    ...sheet,
    cells: others.map(([place, cell]) => [place, cell.formula === null ? cell : { ...cell, value: null }]),
  };
}

it('a filled form, read from its XML alone, holds what was bound, and every other cell, format and merge as it was', async () => {
  const before = readPlainWorkbook(await blankForm());
  const after = readPlainWorkbook(await filledForm());
  const [sheet] = after.sheets;
  const found = Object.keys(expected).map((place) => [place, sheet?.cells.get(place)?.value ?? null]);
  expect(Object.fromEntries(found)).toEqual(expected);
  expect(sheet?.cells.get('B10')?.format).toBe('yyyy-mm-dd');
  expect(after.sheets.map(withoutFilled)).toEqual(before.sheets.map(withoutFilled));
  expect(after.names).toEqual(before.names);
});

it('LibreOffice works out the formulas of a filled form', async () => {
  const bytes = await filledForm();
  const csv = sheetByLibreOffice(bytes);
  if (csv === null) {
    // What it would have worked out is at least still asked for, with no old result beside it.
    expect(readPlainWorkbook(bytes).sheets[0]?.cells.get('B7')).toMatchObject({ formula: 'B4+B6', value: null });
    return;
  }
  const rows = csv.split(/\r?\n/).map((line) => line.split(','));
  expect([rows[6]?.[1], rows[13]?.[3]]).toEqual(['10', '400']);
});
