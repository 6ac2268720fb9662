// An office's whole way: a messy ledger of 2,000 lines comes in, a month's report is made, published, opened down to its
// records and explained when lines come late, registers and forms go out. Every number is worked out again here.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { blankForm } from '../src-main/templates/blank-form.ts';
import { CommandLine, firstPerson, password } from '../support/command-line.ts';
import { byName, handedInBetween, rowOf } from '../support/count-ledger.ts';
import { type GoodLine, lateLedger, type StationLedger, stationLedger } from '../support/station-ledger.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect as expectSoon, goTo, signIn, startDesk, test } from './support/desk.ts';
import { giveFile, pick, showLines, shownLines } from './support/import-wizard.ts';
import { cellsOf, expectCells, goBackTo, openReport, reportTable } from './support/report-page.ts';
import { picture } from './support/screen.ts';

/** A crowded machine reads, counts and publishes 2,000 lines in its own time. */
const expect = expectSoon.configure({ timeout: 30_000 });
const lineCount = 2_000;
const second = '李建国';
const month = { text: '2025-03', first: '2025-03-01', last: '2025-03-31' } as const;
/** Days on which things were found that nobody had written down when the report was published. */
const lateDays = ['2025-03-04', '2025-03-05', '2025-03-06'];

/** What each reason must say to a person. */
const reasons: Readonly<Record<string, RegExp>> = {
  id_check_digit: /证件号码.*校验/,
  import_number_broken: /证件号码.*3\.31E\+17/,
  date_impossible: /拾得时间.*2025年2月30日/,
  required: /拾得地点.*(必填|未填|填)/,
  import_officer_unknown: /接收人.*临时工小王/,
  phone_mobile_length: /联系电话.*11/,
  import_date_unclear: /拾得时间.*去年冬天/,
  import_number_unclear: /数量.*若干/,
  import_code_unknown: /地点类型.*河里.*旅馆/,
  import_same_line: /与第 \d+ 行完全相同/,
};

test('a ledger comes in, is counted, published and goes out, and every number is right', async ({ page }) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-ledger-'));
  const commands = new CommandLine(join(folder, 'desk'));
  await commands.setUp('police', [{ name: second, roles: 'recorder' }]);
  const desk = await startDesk(commands.directory);
  try {
    await page.goto(desk.address);
    await signIn(page, firstPerson, password);
    const ledger = await stationLedger(lineCount, firstPerson);
    await importLedger(page, ledger);
    const good = ledger.lines.flatMap((line) => (line.good === null ? [] : [line.good]));
    await monthIsRight(page, good);
    await otherPeriodsAreRight(page, good);
    await figuresOpenTheirRecords(page, good);
    const publication = await publish(page, good);
    await comesLate(page, publication, good);
    await registerGoesOut(page, good);
    await formIsFilled(page, handedInBetween(good, month.first, month.last).length + lateDays.length - 1);
  } finally {
    await page.goto('about:blank');
    await desk.stop();
    rmSync(folder, { recursive: true });
  }
});

function fated(ledger: StationLedger, fate: string): readonly (readonly [line: number, why: string])[] {
  return ledger.lines.filter((line) => line.fate === fate).map(({ line, why }) => [line, why]);
}

async function importLedger(page: Page, ledger: StationLedger): Promise<void> {
  const [refused, duplicates, ready, none] = ['refused', 'duplicate', 'ready', 'none'].map((fate) =>
    fated(ledger, fate),
  );
  await goTo(page, '/registers/import/found_item');
  await giveFile(page, ledger);
  await expect(page.getByText('有隐藏的工作表：填写说明')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '捡到时间：对应的字段' })).toHaveValue('拾得时间');
  await pick(page, '时间精度', '约');
  await pick(page, '拾得人 · 身份', '发现人');
  await pick(page, '第二接收人', second);
  await pick(page, '特殊物品', '无');
  await pick(page, '是否知悉权利人', '否');
  await page.getByRole('button', { name: '逐行检查' }).click();
  for (const [tab, state, lines = []] of [
    ['疑似重复', 'duplicate', duplicates],
    ['不能导入', 'refused', refused],
  ] as const) {
    await showLines(page, `${tab} ${lines.length}`);
    const shown = await shownLines(page, state, lines.length);
    expect(shown.map(({ line, codes }) => [line, codes.join()])).toEqual(lines);
    for (const { codes, words } of shown) expect(words).toMatch(reasons[codes.join()] ?? /^no such reason$/);
  }
  await picture(page, 'import-check-zh-light');
  await rejectedLines(page, [...(refused ?? []), ...(duplicates ?? [])]);
  await showLines(page, `不是记录 ${none?.length}`);
  await page.getByRole('button', { name: `导入 ${ready?.length} 行` }).click();
  await expect(page.getByText(`已导入 ${ready?.length} 条记录`)).toBeVisible({ timeout: 120_000 });
}

async function saved(page: Page, button: Locator): Promise<Download> {
  const download = page.waitForEvent('download');
  await button.click();
  return download;
}

async function sheetsOf(download: Download) {
  return (await readXlsx(readFileSync(await download.path()))).sheets;
}

async function rejectedLines(page: Page, left: readonly (readonly [number, string])[]): Promise<void> {
  const file = await saved(page, page.getByRole('button', { name: `保存未导入的 ${left.length} 行` }));
  const [sheet] = await sheetsOf(file);
  const [header = [], ...rows] = sheet?.rows ?? [];
  const place = header.indexOf('原行号');
  expect(rows.map((cells) => Number(cells[place]))).toEqual(left.map(([line]) => line).sort((a, b) => a - b));
  expect(rows.every((cells) => String(cells[header.indexOf('未导入的原因')] ?? '').length > 4)).toBe(true);
}

async function monthIsRight(page: Page, good: readonly GoodLine[]): Promise<void> {
  await openReport(page, month.text, '2025年3月');
  const things = (first: string, last: string) =>
    handedInBetween(good, first, last).reduce((sum, { categories }) => sum + categories.length, 0);
  const records = (first: string, last: string) => handedInBetween(good, first, last).length;
  await expectCells(page, '拾得物受理', rowOf(records, month.text));
  await expectCells(page, '受理物品', rowOf(things, month.text));
  await expectCells(
    page,
    '期末在库',
    rowOf((_, last) => records('2000-01-01', last), month.text),
  );
  const rate = cellsOf(page, '发还率').first();
  await expect.poll(() => rate.innerText()).toBe(`0.00%\n0 ／ ${records(month.first, month.last)}`);
  await breakdownIsRight(
    page,
    '拾得物按物品类别',
    handedInBetween(good, month.first, month.last).map((line) => line.categories),
  );
  await breakdownIsRight(
    page,
    '拾得物按地点类型',
    handedInBetween(good, month.first, month.last).map((line) => [line.placeKind]),
  );
  await picture(page, 'reports-zh-light');
  await expectAccessible(page);
}

/** 件数 and 类型次数 are two counts: a line with a wallet and a card is one of each. */
async function breakdownIsRight(page: Page, name: string, lines: readonly (readonly string[])[]): Promise<void> {
  const counts = byName(lines);
  const rows = page.getByRole('table', { name }).locator('tbody tr');
  const shown = async () => {
    const read = await rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent ?? '').slice(0, 2)),
    );
    return read.map(([label = '', count]) => [label, Number(count)]).sort();
  };
  await expect.poll(shown, { message: name }).toEqual([...counts].sort());
  const labels = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const said = labels > lines.length ? `件数 ${lines.length}，类型次数 ${labels}` : `共 ${lines.length} 件`;
  await expect(page.getByRole('region', { name })).toContainText(said);
}

async function otherPeriodsAreRight(page: Page, good: readonly GoodLine[]): Promise<void> {
  await openReport(page, '2025-03@26', '2025年2月26日至2025年3月25日');
  const within = handedInBetween(good, '2025-02-26', '2025-03-25').length;
  const yearAgo = handedInBetween(good, '2024-02-26', '2024-03-25').length;
  const sinceNewYear = handedInBetween(good, '2024-12-26', '2025-03-25').length;
  const cells = (...places: readonly number[]) =>
    expect.poll(async () => (await cellsOf(page, '拾得物受理').allInnerTexts()).filter((_, at) => places.includes(at)));
  await cells(0, 3, 4).toEqual([within, sinceNewYear, yearAgo].map(String));
  await openReport(page, '2024-Q1', '2024年第一季度');
  const inQuarter = handedInBetween(good, '2024-01-01', '2024-03-31').length;
  await cells(0, 4, 5).toEqual([String(inQuarter), '0', '上年同期为0']);
}

async function figuresOpenTheirRecords(page: Page, good: readonly GoodLine[]): Promise<void> {
  await openReport(page, month.text, '2025年3月');
  const whole = handedInBetween(good, month.first, month.last).length;
  await reportTable(page)
    .getByRole('link', { name: `拾得物受理，本月：${whole}，打开记录` })
    .first()
    .click();
  await expect(page.getByText(`共 ${whole} 条`)).toBeVisible();
  const busy = [...byName(good.map(({ handedIn }) => [handedIn]))].find(
    ([day, count]) => day > month.first && count >= 3,
  );
  const [day = '', count = 0] = busy ?? [];
  await goTo(page, `/reports?report=police_work&period=${day}`);
  await reportTable(page)
    .getByRole('link', { name: `拾得物受理，当日：${count}，打开记录` })
    .first()
    .click();
  await expect(page.getByText(`共 ${count} 条`)).toBeVisible();
  const places = handedInBetween(good, day, day).map(({ place }) => place);
  for (const place of places) await expect(page.getByRole('row', { name: new RegExp(place) })).toBeVisible();
  await openReport(page, month.text, '2025年3月');
  const wallets = handedInBetween(good, month.first, month.last).filter(({ categories }) =>
    categories.includes('钱包'),
  );
  await page.getByRole('link', { name: `钱包，本月：${wallets.length}，打开记录` }).click();
  await expect(page.getByText(`共 ${wallets.length} 条`)).toBeVisible();
}

/** Gives the address of the published report. */
async function publish(page: Page, good: readonly GoodLine[]): Promise<string> {
  await openReport(page, month.text, '2025年3月');
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await expect(page.getByText('与现在的统计一致')).toBeVisible();
  const records = (first: string, last: string) => handedInBetween(good, first, last).length;
  await expectCells(page, '拾得物受理', rowOf(records, month.text));
  return new URL(page.url()).hash.slice(1);
}

/** Three lines come late and one record is voided: the published figures stay, and the difference is told. */
async function comesLate(page: Page, publication: string, good: readonly GoodLine[]): Promise<void> {
  await goTo(page, '/registers/import/found_item');
  await giveFile(page, await lateLedger(lateDays, firstPerson));
  await expect(page.getByText('已沿用那次的对应关系')).toBeVisible();
  await page.getByRole('button', { name: '逐行检查' }).click();
  await page.getByRole('button', { name: `导入 ${lateDays.length} 行` }).click();
  await expect(page.getByText(`已导入 ${lateDays.length} 条记录`)).toBeVisible({ timeout: 60_000 });
  await voidOne(page);
  await goTo(page, publication);
  const before = handedInBetween(good, month.first, month.last).length;
  const difference = page
    .getByRole('table', { name: '现在的统计与发布时不同' })
    .getByRole('row', { name: /^拾得物受理/ });
  await expect(difference.getByRole('cell')).toHaveText([
    String(before),
    String(before + 3 - 1),
    '补录 3 条、作废 1 条',
  ]);
  await expect(cellsOf(page, '拾得物受理').first()).toHaveText(String(before));
  await reportTable(page)
    .getByRole('link', { name: `拾得物受理，本月：${before}，打开记录` })
    .first()
    .click();
  await expect(page.getByText(`共 ${before} 条`)).toBeVisible();
}

async function voidOne(page: Page): Promise<void> {
  await openReport(page, month.text, '2025年3月');
  await reportTable(page)
    .getByRole('link', { name: /^拾得物受理，本月：/ })
    .first()
    .click();
  await page
    .getByRole('row', { name: /人民广场|荆山陈夜市|方岩车站/ })
    .first()
    .click();
  await page.getByRole('button', { name: '其他办理' }).click();
  await page.getByRole('menuitem', { name: '作废' }).click();
  await page.getByRole('textbox', { name: /理由|原因/ }).fill('登记错误');
  await page.getByRole('button', { name: /^作废/ }).click();
  await expect(page.getByText('理由：登记错误')).toBeVisible();
}

/** The register of the month as xlsx, read by another reader: every line once, none too many. */
async function registerGoesOut(page: Page, good: readonly GoodLine[]): Promise<void> {
  await goTo(page, `/registers/found_item?from=2024-03-01&to=2024-03-31`);
  await page.getByRole('button', { name: '导出台账' }).click();
  const dialog = page.getByRole('dialog', { name: '导出台账' });
  await dialog.getByRole('button', { name: '开始导出' }).click();
  const [sheet] = await sheetsOf(await saved(page, dialog.getByRole('button', { name: /^保存 .*\.xlsx$/ })));
  const rows = sheet?.rows ?? [];
  const header = rows.findIndex((cells) => cells[0] === '序号');
  const column = rows[header]?.indexOf('拾得地点') ?? -1;
  const lines = rows.slice(header + 1).filter((cells) => typeof cells[0] === 'number');
  const expected = good.filter(({ found }) => found.startsWith('2024-03')).map(({ place }) => place);
  expect(lines.map((cells) => cells[column]).sort()).toEqual(expected.sort());
  expect(String(rows.at(-1)?.[0])).toContain(`共 ${expected.length} 条`);
}

/** A superior's blank table: one cell is bound to an indicator, one is typed, and its own formula stays. */
async function formIsFilled(page: Page, accepted: number): Promise<void> {
  await goTo(page, '/registers/templates');
  await giveFile(page, { name: '失物招领月报.xlsx', bytes: await blankForm() });
  for (const [cell, way] of [
    ['B4', '统计指标'],
    ['B6', '每次手工填写'],
  ] as const) {
    await page.getByRole('button', { name: `${cell}：` }).click();
    await pick(page, '取数方式', way);
    if (cell === 'B4') await pick(page, '指标', '拾得物受理');
  }
  await page.getByRole('textbox', { name: /填写时的提示/ }).fill('上期结转');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await goBackTo(page, '2025年3月');
  await page.getByRole('textbox', { name: '上期结转' }).fill('5');
  await page.getByRole('button', { name: '填报', exact: true }).click();
  const [sheet] = await sheetsOf(await saved(page, page.getByRole('button', { name: /^保存 失物招领月报 2025年3月/ })));
  expect([sheet?.rows[3]?.[1], sheet?.rows[5]?.[1]]).toEqual([accepted, 5]);
  expect(sheet?.cells?.get('6,1')?.formula).toBe('B4+B6');
  expect(sheet?.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 3 });
}
