// `case-desk report`, `reports` and `indicator`: figures by commands alone, entered, published and on paper.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CommandLine } from '../../support/command-line.ts';
import { readPdf } from '../../support/read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-desk-'));
const desk = new CommandLine(join(folder, 'desk'));

beforeAll(() => desk.setUp('police', []));
afterAll(() => rmSync(folder, { recursive: true }));

type Row = { readonly indicator: { readonly key: string }; readonly figures: { readonly now: unknown } };
type Report = {
  readonly columns: Readonly<Record<string, { readonly first: string; readonly last: string }>>;
  readonly sections: readonly { readonly rows: readonly Row[] }[];
};

function figureOf({ sections }: Report, key: string): unknown {
  return sections.flatMap(({ rows }) => rows).find(({ indicator }) => indicator.key === key)?.figures.now;
}

test('figures are entered and corrected, stand in their rate, and a publication keeps them as they were', async () => {
  await desk.get(['indicator', 'set', 'persons_listed', '2025-03', '178']);
  await desk.get(['indicator', 'set', 'persons_cleared', '2025-03', '１３０']);
  await desk.get(['indicator', 'set', 'persons_cleared', '2025-03', '132', '--note', '更正']);
  const report = await desk.get<Report>(['report', 'entered_figures', '--period', '2025-03']);
  expect(figureOf(report, 'cleared_rate')).toMatchObject({ part: { value: 132 }, whole: { value: 178 } });
  expect(await desk.get(['indicator', 'list'])).toMatchObject([
    { indicator: 'persons_cleared', amount: { value: 132 }, note: '更正' },
    { indicator: 'persons_listed', amount: { value: 178 } },
  ]);
  const pdf = join(folder, 'report.pdf');
  const made = await desk.get<{ readonly published: string; readonly bytes: number }>([
    ...['report', 'entered_figures', '--period', '2025-03', '--publish', '--out', pdf],
  ]);
  expect(readFileSync(pdf)).toHaveLength(made.bytes);
  await desk.get(['indicator', 'set', 'persons_cleared', '2025-03', '133']);
  expect(await desk.get(['reports', '--published'])).toMatchObject([
    { id: made.published, period: { text: '2025-03' } },
  ]);
  const publication = await desk.get<{ readonly view: Report; readonly differences: readonly unknown[] }>([
    ...['reports', made.published],
  ]);
  expect(figureOf(publication.view, 'persons_cleared')).toMatchObject({ amount: { value: 132 } });
  expect(publication.differences).toHaveLength(2);
  const text = (await readPdf(readFileSync(pdf))).join('');
  expect(text).toContain('74.16%');
});

test('any days, and the month from the 26th to the 25th', async () => {
  const any = await desk.get<Report>(['report', 'police_work', '--from', '2025-03-01', '--to', '2025-03-20']);
  expect(any.columns.lastYear).toMatchObject({ first: '2024-03-01', last: '2024-03-20' });
  const month = await desk.get<Report>(['report', 'police_work', '--period', '2025-03@26']);
  expect(month.columns.now).toMatchObject({ first: '2025-02-26', last: '2025-03-25' });
  expect(month.columns.previous).toMatchObject({ first: '2025-01-26', last: '2025-02-25' });
});

test.each([
  ['no period', ['report', 'police_work'], '--period'],
  ['an unreadable period', ['report', 'police_work', '--period', '三月'], '“三月”'],
  ['an indicator that is counted', ['indicator', 'set', 'rescues', '2025-03', '3'], '由记录自动统计'],
])('%s is refused with its reason', async (_, args, words) => {
  const ran = await desk.run(args);
  expect(ran.code).not.toBe(0);
  expect(ran.said).toContain(words);
});
