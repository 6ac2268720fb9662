// A superior's form filled month by month: the bound cells say what the desk knows, everything else is as it was.

import { randomBytes } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { largestTemplate, readParts, writeParts } from '../../../src-main/templates/workbook-parts.ts';
import type { TemplateBinding } from '../../../src-shared/contract/template-inputs.ts';
import { auditEntries } from '../../support/audit-entries.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import type { TestDesk } from '../../support/test-desk.ts';
import { deskWithFinds } from '../registers/desk-with-finds.ts';
import { endedJob } from '../registers/made-register.ts';
import { blankForm } from './blank-form.ts';

const bind = (cell: string, source: TemplateBinding['source'], sheet = 0): TemplateBinding => ({ sheet, cell, source });
const kind = 'found_item';

const bindings: readonly TemplateBinding[] = [
  bind('A2', { of: 'fact', fact: 'unit' }),
  bind('C2', { of: 'fact', fact: 'period' }),
  bind('B4', { of: 'count', kind }),
  bind('B5', { of: 'sum', kind, column: '现金(元)', unit: 'yuan' }),
  bind('B6', { of: 'manual', label: '上期结转' }),
  bind('A10', { of: 'column', kind, column: '序号' }),
  bind('B10', { of: 'column', kind, column: '拾得时间' }),
  bind('C10', { of: 'column', kind, column: '物品名称及特征' }),
  bind('D10', { of: 'column', kind, column: '现金(元)' }),
];

async function keptForm({ client }: TestDesk, form?: Uint8Array<ArrayBuffer>) {
  const file = new File([form ?? (await blankForm())], '月报.xlsx');
  const { id } = await client.templates.add({ name: '失物招领月报', file });
  return id;
}

async function filled({ client }: TestDesk, id: string, period: string, manual: Record<string, string>) {
  const { job } = await client.templates.fill({ id, period, manual });
  const ended = await endedJob(client, job);
  if (ended.state !== 'done') return { problem: ended.problem };
  const file = await client.jobs.file({ id: job });
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), facts: ended.facts };
}

it('fills the bound cells for a month and keeps formulas, merged cells and every style, as another reader sees it', async () => {
  const desk = await deskWithFinds();
  const id = await keptForm(desk);
  await desk.client.templates.save({ id, name: '失物招领月报', bindings: [...bindings] });
  const { name, bytes, facts } = await filled(desk, id, '2026-11', { 上期结转: '7' });
  expect(name).toBe('失物招领月报 2026年11月.xlsx');
  expect(facts).toEqual({ cells: 17, empty: '', approximate: '' });
  const before = await readXlsx(await blankForm(), { readStyles: true });
  const after = await readXlsx(bytes ?? new Uint8Array(), { readStyles: true });
  const [sheet, second] = after.sheets;
  const rows = sheet?.rows.map((cells) => cells.slice(0, 4).map((cell) => cell ?? null));
  expect(rows?.[1]).toEqual(['永康市公安局方岩派出所', null, '2026年11月', null]);
  expect(rows?.slice(3, 6).map((cells) => cells[1])).toEqual([3, 400, 7]);
  expect(rows?.slice(9, 13)).toEqual([
    [1, new Date('2026-11-01T08:00Z'), '手机 无', null],
    [2, new Date('2026-11-03T10:00Z'), '钱包 无', 300],
    [3, new Date('2026-11-09T08:00Z'), '手机 无', 100],
    [null, null, null, null],
  ]);
  expect(sheet?.cells?.get('6,1')?.formula).toBe('B4+B6');
  expect(sheet?.cells?.get('13,3')?.formula).toBe('SUM(D10:D13)');
  expect(second?.cells?.get('0,1')?.formula).toBe("'月报表'!B7");
  expect(sheet?.merges).toEqual(before.sheets[0]?.merges);
  expect(sheet?.pageSetup).toEqual(before.sheets[0]?.pageSetup);
  expect(sheet?.columns).toEqual(before.sheets[0]?.columns);
  for (const [place, cell] of before.sheets[0]?.cells ?? [])
    expect(sheet?.cells?.get(place)?.style, place).toEqual(cell.style);
  expect(auditEntries(desk.host).at(-1)).toEqual({
    action: 'template_filled',
    detail: { name: '失物招领月报 2026年11月', period: '2026-11' },
  });
});

it('leaves every part it does not write into byte for byte as it was, and no old result beside a formula', async () => {
  const desk = await deskWithFinds();
  const form = await blankForm();
  const id = await keptForm(desk, form);
  await desk.client.templates.save({ id, name: '月报', bindings: [bind('B4', { of: 'count', kind })] });
  const { bytes } = await filled(desk, id, '2026', {});
  const before = okValue(await readParts(form));
  const after = okValue(await readParts(bytes ?? new Uint8Array()));
  const changed = [...before.keys()].filter(
    (part) => !Buffer.from(before.get(part) ?? []).equals(Buffer.from(after.get(part) ?? [])),
  );
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(changed.sort()).toEqual(['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
  const text = (part: string) => new TextDecoder().decode(after.get(part));
  expect(text('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  expect(text('xl/worksheets/sheet2.xml')).toMatch(/<f>[^<]*<\/f><\/c>/);
});

it('says what is missing, what does not fit and what cannot be bound, and never fills half', async () => {
  const desk = await deskWithFinds();
  const { client } = desk;
  const id = await keptForm(desk);
  const save = (...some: readonly TemplateBinding[]) =>
    client.templates.save({ id, name: '月报', bindings: [...some] });
  expect((await filled(desk, id, '2026-11', {})).problem).toEqual({ code: 'template_nothing_bound' });
  expect(await problemOfCall(save(bind('B7', { of: 'count', kind })))).toEqual({
    code: 'template_cell_formula',
    facts: { cell: 'B7' },
  });
  expect(await problemOfCall(save(bind('B1', { of: 'count', kind })))).toEqual({
    code: 'template_cell_merged',
    facts: { cell: 'B1' },
  });
  expect(await problemOfCall(save(bind('B4', { of: 'column', kind, column: '没有的栏' })))).toEqual({
    code: 'template_column_unknown',
    facts: { column: '没有的栏' },
  });
  await save(bind('A12', { of: 'column', kind, column: '编号' }));
  expect((await filled(desk, id, '2026-11', {})).problem).toEqual({
    code: 'template_room',
    facts: { cell: 'A12', room: 2, lines: 3 },
  });
  await save(bind('B6', { of: 'manual', label: '上期结转' }));
  expect((await filled(desk, id, '2026-11', {})).problem).toEqual({
    code: 'template_manual_missing',
    facts: { label: '上期结转' },
  });
  expect((await filled(desk, id, '上个月', { 上期结转: '1' })).problem?.code).toBe('period_unreadable');
  await client.templates.retire({ id });
  expect(await client.templates.list()).toEqual([]);
});

it('refuses a file that is no blank form, each in its own words', async () => {
  const { client } = await deskWithFinds();
  const refused = (bytes: Uint8Array<ArrayBuffer> | string) =>
    problemOfCall(client.templates.add({ name: '坏的', file: new File([bytes], 'x.xlsx') }));
  const form = await blankForm();
  expect(await refused('不是表格')).toEqual({ code: 'template_not_xlsx' });
  expect(await refused('<html><table></table></html>')).toEqual({ code: 'import_is_web_page' });
  expect(await refused('')).toEqual({ code: 'import_empty' });
  expect(await refused(form.slice(0, form.length - 200))).toEqual({ code: 'import_damaged' });
  expect(await refused(new Uint8Array(largestTemplate + 1))).toEqual({
    code: 'template_too_large',
    facts: { megabytes: 8 },
  });
  const parts = new Map(okValue(await readParts(form)));
  const rebuilt = (name: string, bytes: Uint8Array) => writeParts(new Map([...parts, [name, bytes]]), new Date(0));
  expect(await refused(await rebuilt('xl/vbaProject.bin', new Uint8Array(4)))).toEqual({ code: 'template_macros' });
  expect((await refused(await rebuilt('xl/a.bin', new Uint8Array(70_000_000)))).code).toBe('import_zip_bomb');
  const packsWell = Buffer.alloc(65 * 1024 * 1024, randomBytes(20_000));
  expect((await refused(await rebuilt('xl/a.bin', packsWell))).code).toBe('import_too_large');
});
