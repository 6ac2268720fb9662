// A register as a file: read back by a reader that is not ours, cell by cell, byte by byte.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { auditEntries } from '../../support/audit-entries.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { deskWithFinds, phone } from './desk-with-finds.ts';
import { endedJob, exported } from './made-register.ts';

/** A line of the register as its checksum takes it, worked out without the product. */
function checksumOf(lines: readonly (readonly string[])[]): string {
  const text = lines.map((cells) => `${cells.join('\t')}\n`).join('');
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

const day = (text: string) => new Date(`${text}Z`);

it('an xlsx file is the office’s own layout, cell by cell, as another reader sees it', async () => {
  const desk = await deskWithFinds();
  const { bytes, job, name } = await exported(desk, { kind: 'found_item', format: 'xlsx' });
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
  if (sheet === undefined) throw new Error('there is a sheet');
  expect(name).toBe('失物招领台账 2026年12月1日.xlsx');
  expect(sheet.name).toBe('失物招领台账');
  const rows = sheet.rows.map((cells) => cells.map((cell) => cell ?? null));
  expect(rows[0]?.[0]).toBe('失物招领台账');
  expect(rows[1]?.filter((cell) => cell !== null)).toEqual([
    '填报单位：永康市公安局方岩派出所',
    '制表日期：2026年12月1日',
  ]);
  expect(rows[2]).toEqual(
    '序号 编号 拾得时间 拾得地点 物品名称及特征 数量 现金(元) 拾得人 联系电话 送交时间 接收人 保管位置 公告日期 到期日 权利人 联系时间 领取人(委托人) 证件号(掩码) 领取时间 发还经办人 处理结果 备注'.split(
      ' ',
    ),
  );
  const beginnings = rows.slice(3, 6).map((cells) => [...cells.slice(0, 10), cells.at(-1)]);
  expect(beginnings).toEqual([
    [
      1,
      '方岩所拾〔2026〕0002号',
      day('2026-11-01T08:00'),
      '=溪心桥𠮷',
      '手机 无',
      '1个',
      null,
      '曾德厚',
      '138****0001',
      day('2026-11-01T08:20'),
      '_x0041_ 原样',
    ],
    [
      2,
      '方岩所拾〔2026〕0001号',
      day('2026-11-03T10:00'),
      '荆山陈夜市',
      '钱包 无',
      '1个',
      300,
      '曾德厚',
      '138****0001',
      day('2026-11-03T10:20'),
      null,
    ],
    [
      3,
      '方岩所拾〔2026〕0003号',
      day('2026-11-09T08:00'),
      '丁家弄',
      '手机 无',
      '1个',
      100,
      '曾德厚',
      '138****0001',
      day('2026-11-09T08:20'),
      null,
    ],
  ]);
  expect(rows[6]?.slice(0, 7)).toEqual(['合计', '3 条', null, null, null, null, 400]);
  expect(rows[7]?.[0]).toBe(
    `共 3 条　校验码 ${job.facts.checksum}（上报，已脱敏）　　经办人：　　　　　　复核人：　　　　　　负责人：`,
  );
  expect(rows).toHaveLength(8);
  expect(sheet.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 21 });
  expect(sheet.freezePane).toEqual({ rows: 3, columns: 1 });
  expect(sheet.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$3:$3' });
  expect(sheet.cells?.get('3,3')?.style?.numFmt).toBe('@');
  expect(sheet.cells?.get('4,6')?.style?.numFmt).toBe('#,##0.00');
  expect(sheet.cells?.get('6,6')?.formula).toBe('SUBTOTAL(9,G4:G6)');
  expect(auditEntries(desk.host).at(-1)).toEqual({
    action: 'register_exported',
    detail: {
      kind: 'found_item',
      rows: 3,
      checksum: job.facts.checksum,
      format: 'xlsx',
      profile: 'superior',
    },
  });
});

it('a CSV file has its mark, its lines and a checksum that can be worked out from the register again', async () => {
  const desk = await deskWithFinds();
  const { bytes, job } = await exported(desk, { kind: 'found_item', format: 'csv' });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder('utf-8').decode(bytes).split('\r\n');
  expect(lines[1]).toBe(
    `1,方岩所拾〔2026〕0002号,2026-11-01 08:00,'=溪心桥𠮷,手机 无,1个,,曾德厚,138****0001,2026-11-01 08:20,黎女士、舒某,1号柜,,,,,,,,,登记,_x0041_ 原样`,
  );
  expect(lines[4]).toBe('合计,,,,,,400.00,,,,,,,,,,,,,,,');
  expect(lines[5]).toBe(
    `共 3 条　校验码 ${job.facts.checksum}（上报，已脱敏）　1 处以 = + - @ 开头的文字前加了 '，以免被当作公式`,
  );
  expect(lines.slice(6)).toEqual(['']);
  const { rows } = await desk.client.registers.rows({
    kind: 'found_item',
    sort: { by: 'occurredAt', direction: 'asc' },
  });
  expect(job.facts).toEqual({ rows: 3, checksum: checksumOf(rows.map(({ cells }) => cells)), leftOut: 0, escaped: 1 });
});

it('GB18030 is read back byte for byte, characters of four bytes, too', async () => {
  const desk = await deskWithFinds();
  const wanted = await exported(desk, { kind: 'found_item', format: 'csv' });
  const { bytes } = await exported(desk, { kind: 'found_item', format: 'csv', encoding: 'gb18030' });
  expect(new TextDecoder('gb18030').decode(bytes)).toBe(new TextDecoder('utf-8').decode(wanted.bytes));
});

it('the profiles show what their readers may see; in full only for a reason, which is in the log', async () => {
  const desk = await deskWithFinds();
  const texts = async (profile: 'internal' | 'superior' | 'public', reason?: string) => {
    const asked = { kind: 'found_item', format: 'csv', profile, ...(reason === undefined ? {} : { reason }) } as const;
    const { bytes, job } = await exported(desk, asked);
    return { text: new TextDecoder().decode(bytes), facts: job.facts };
  };
  expect(
    await problemOfCall(desk.client.registers.export({ kind: 'found_item', format: 'csv', profile: 'internal' })),
  ).toEqual({
    code: 'export_reason_needed',
  });
  const full = await texts('internal', '移交档案室');
  expect(full.text).toContain(phone);
  expect(auditEntries(desk.host).at(-1)?.detail).toMatchObject({ profile: 'internal', reason: '移交档案室' });
  const masked = await texts('superior');
  expect(masked.text).not.toContain(phone);
  const open = await texts('public');
  expect(open.text).not.toContain('丁家弄');
  expect(open.facts).toMatchObject({ rows: 2, leftOut: 1 });
});

it('lines stand in the order of any column, by pinyin, by strokes, in groups with their sums', async () => {
  const desk = await deskWithFinds();
  const place = 2;
  const places = async (as: 'pinyin' | 'strokes', direction: 'asc' | 'desc') => {
    const survey = await desk.client.registers.survey({ kind: 'found_item', order: { column: place, as, direction } });
    const { rows } = await desk.client.registers.lines({ survey: survey.id, offset: 0, limit: 10 });
    return rows.map(({ cells }) => cells[place]);
  };
  expect(await places('pinyin', 'asc')).toEqual(['丁家弄', '荆山陈夜市', '=溪心桥𠮷']);
  expect(await places('pinyin', 'desc')).toEqual(['=溪心桥𠮷', '荆山陈夜市', '丁家弄']);
  expect(await places('strokes', 'asc')).toEqual(['=溪心桥𠮷', '丁家弄', '荆山陈夜市']);
  const survey = await desk.client.registers.survey({ kind: 'found_item', group: 3 });
  expect(survey.groups.map(({ label, before, count, sums }) => [label, before, count, sums[5]])).toEqual([
    ['物品名称及特征：钱包 无', 0, 1, '300.00'],
    ['物品名称及特征：手机 无', 1, 2, '100.00'],
  ]);
  expect(survey.sums[5]).toBe('400.00');
  const { bytes } = await exported(desk, { kind: 'found_item', format: 'xlsx', group: 3 });
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.rows.slice(3).map((cells) => [cells[0], cells[6] ?? null])).toEqual([
    [1, 300],
    ['小计', 300],
    [2, null],
    [3, 100],
    ['小计', 100],
    ['合计', 400],
    [expect.stringContaining('共 3 条'), null],
  ]);
});

it('a PDF is printed from all lines with count and checksum, and refused orders name their column', async () => {
  const desk = await deskWithFinds();
  const { bytes, name, job } = await exported(desk, {
    kind: 'found_item',
    format: 'pdf',
    from: '2026-11-02',
    to: '2026-11-05',
  });
  const page = new TextDecoder().decode(bytes);
  expect(name).toBe('失物招领台账 2026年11月2日至2026年11月5日.pdf');
  expect(page).toContain(`共 1 条　校验码 ${job.facts.checksum}`);
  expect(page).toContain('荆山陈夜市');
  const { job: id } = await desk.client.registers.export({
    kind: 'found_item',
    format: 'csv',
    order: { column: 40, as: 'value', direction: 'asc' },
  });
  expect((await endedJob(desk.client, id)).problem).toEqual({ code: 'column_unknown', facts: { column: 41 } });
});

it('reading a register in its thread is no opening of the desk: nothing of the desk is written', async () => {
  const desk = await deskWithFinds();
  const life = () => readFileSync(join(desk.directory, 'desk-life.json'), 'utf8');
  const before = life();
  await exported(desk, { kind: 'found_item', format: 'csv' });
  await desk.client.registers.survey({ kind: 'found_item' });
  expect(life()).toBe(before);
});
