// No network anywhere: desk → stick → centre → stick → desk, with a conflict about money that a second person decides on the
// way back. The very same changes, in copies of the same desks, go over the network to a copy of the same centre: both ways
// lead to the same records, byte for byte. So does a stick that never comes back and a code on paper.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type CentreProcess, openCentre } from '../support/centre-process.ts';
import { CommandLine, firstPerson } from '../support/command-line.ts';
import { shownBy } from '../support/shown-by.ts';
import { expectAccessible } from './support/accessible.ts';
import { goTo } from './support/desk.ts';
import { keepPicture } from './support/picture.ts';
import { addWallet, attachPhoto, countCash, openRecord, openWindow } from './support/wallet.ts';

const scope = '330784000001';
const otherPerson = '林予安';
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(600_000);

/** Two desks and their centre. There are two such worlds with the same changes: of sticks, and of the network. */
type World = { readonly one: CommandLine; readonly two: CommandLine };
type Trip = World & { readonly folder: string; readonly centre: CentreProcess; readonly record: string };

test('[U10, U15, U17, U19] sticks reach the same state as the network, conflicts and receipts included', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-stick-'));
  const centre = await openCentre(undefined, { CASE_DESK_DATA: join(folder, 'centre') });
  try {
    const { record, ...origin } = await walletOnBoth(browser, folder, centre);
    cpSync(join(folder, 'centre'), join(folder, 'bureau'), { recursive: true });
    const sticks = { one: copyOf(origin.one, '一甲'), two: copyOf(origin.two, '二甲'), folder, centre, record };
    await thereAndBack(browser, sticks);
    await online(centre, origin.two, origin.one, origin.two);
    await expectSame(sticks, origin, ['cash_lines/hundreds/count']);
    await decideOnTheWayBack(browser, sticks);
    await overNetwork(sticks, origin);
    await carry(sticks, sticks.one, 'decision');
    await carry(sticks, sticks.two, 'decision-two');
    await expectSame(sticks, origin, []);
    await oneWay(browser, sticks, origin);
    await expectSame(sticks, origin, []);
    expect(await atBureau(sticks, 'verify')).toBe(await centre.command('verify'));
  } finally {
    await centre.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Two desks of one centre; both count the cash of one wallet while nobody can be reached, and one takes a photo. */
async function walletOnBoth(browser: Browser, folder: string, centre: CentreProcess) {
  await centre.command('scopes', '--add', scope, '--name', '方岩派出所');
  const [one, two] = [new CommandLine(join(folder, '一')), new CommandLine(join(folder, '二'))];
  for (const [line, name] of [
    [one, '值班室一号机'],
    [two, '值班室二号机'],
  ] as const) {
    mkdirSync(line.directory);
    await line.setUp('police', [{ name: otherPerson, roles: 'head,recorder' }]);
    await line.get(['enrol', centre.url, await centre.invite(scope), '--name', name]);
  }
  const { id: record } = await addWallet(one);
  for (const line of [one, two]) await line.get(['sync', '--once']);
  await centre.stop();
  const first = await openWindow(browser, one.directory);
  await countCash(first.page, record, '3');
  await attachPhoto(first.page, record, 300_000);
  await first.shell.stop();
  const second = await openWindow(browser, two.directory);
  await countCash(second.page, record, '4');
  await second.shell.stop();
  return { one, two, record };
}

/** Both desks' sticks to the centre and back, the first through its window. */
async function thereAndBack(browser: Browser, trip: Trip): Promise<void> {
  await carry(trip, trip.two, 'two');
  const stick = newStick(trip, 'one');
  const out = await openWindow(browser, trip.one.directory);
  await writeStick(out.page, stick);
  await out.shell.stop();
  await takeIn(trip, stick);
  const back = await openWindow(browser, trip.one.directory);
  await readBack(back.page, stick);
  await back.shell.stop();
  await carry(trip, trip.two, 'two-again');
}

/** The one who counted cannot decide; another person at the same desk does. */
async function decideOnTheWayBack(browser: Browser, { one, record }: Trip): Promise<void> {
  const author = await openWindow(browser, one.directory, firstPerson);
  await openRecord(author.page, record);
  const conflict = author.page.locator('[data-conflict]').first();
  await expect(conflict).toContainText('值班室二号机');
  await expect(conflict.getByRole('button', { name: '等另一人裁定' })).toBeDisabled();
  await author.shell.stop();
  const { shell, page } = await openWindow(browser, one.directory, otherPerson);
  await openRecord(page, record);
  const version = page.locator('[data-conflict] [data-version]').filter({ hasText: '值班室二号机' });
  await version.getByRole('button', { name: /^保留/ }).click();
  await expect(page.locator('[data-conflict]')).toHaveCount(0);
  await shell.stop();
}

/** The centre of the network is there only meanwhile, or the windows of the sticks' desks would find it. */
async function online(centre: CentreProcess, ...lines: readonly CommandLine[]): Promise<void> {
  await centre.start();
  for (const line of lines) await line.get(['sync', '--once']);
  await centre.stop();
}

/** What desk one of the sticks has written since reaches the other world over the network, in a copy of that desk. */
async function overNetwork(sticks: Trip, { one, two }: World): Promise<void> {
  const copy = copyOf(sticks.one, `一乙-${Date.now()}`);
  await online(sticks.centre, copy, two);
  rmSync(one.directory, { recursive: true });
  cpSync(copy.directory, one.directory, { recursive: true });
}

/** The stick goes out and never comes back; what the centre printed is typed in. */
async function oneWay(browser: Browser, trip: Trip, origin: World): Promise<void> {
  await trip.one.get(['edit', trip.record, '-'], { input: JSON.stringify({ remark: '已通知市局' }) });
  await overNetwork(trip, origin);
  const stick = newStick(trip, 'outward');
  await trip.one.get(['bundle', 'export', '--to', stick]);
  const paper = join(trip.folder, 'paper');
  const said = await atBureau(trip, 'bundle', 'import', stick, '--json', '--receipt', paper);
  const { bundles }: { bundles: readonly { readonly code: string }[] } = JSON.parse(said);
  const { shell, page } = await openWindow(browser, trip.one.directory);
  await goTo(page, '/delivery/stick');
  await page.getByRole('textbox', { name: '回执码' }).fill(bundles[0]?.code ?? '');
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByText(/第 \d+ 号 U 盘：中心已收到 1 条，未收下 0 条/)).toBeVisible();
  await keepPicture(page, 'stick-code');
  await expect(page.getByRole('table', { name: '下一个 U 盘上将有什么' })).toContainText('没有待送的更改');
  await shell.stop();
  await carry(trip, trip.two, 'two-last');
}

/** Four desks, two ways, one state. */
async function expectSame(sticks: Trip, network: World, conflicts: readonly string[]): Promise<void> {
  const lines = [network.one, network.two, sticks.one, sticks.two];
  const [online, ...others] = await Promise.all(lines.map(shownBy));
  expect(others).toEqual([online, online, online]);
  expect(online?.[sticks.record]).toMatchObject({ conflicts, files: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
}

function copyOf(line: CommandLine, name: string): CommandLine {
  const copy = new CommandLine(join(line.directory, '..', name));
  cpSync(line.directory, copy.directory, { recursive: true });
  return copy;
}

function newStick({ folder }: Trip, name: string): string {
  const stick = join(folder, `stick-${name}`);
  mkdirSync(stick);
  return stick;
}

/** Out, in at the centre, and back, by commands. */
async function carry(trip: Trip, line: CommandLine, name: string): Promise<void> {
  const stick = newStick(trip, name);
  await line.get(['bundle', 'export', '--to', stick]);
  await takeIn(trip, stick);
  await line.get(['bundle', 'import', stick]);
}

async function takeIn(trip: Trip, stick: string): Promise<void> {
  await atBureau(trip, 'bundle', 'import', stick, '--out', stick);
}

/** A command of the centre of the sticks, which serves nobody. */
function atBureau({ centre, folder }: Trip, ...args: readonly string[]): Promise<string> {
  return centre.command('--data', join(folder, 'bureau'), ...args);
}

async function writeStick(page: Page, stick: string): Promise<void> {
  await goTo(page, '/delivery');
  await page.getByRole('link', { name: '往返 U 盘' }).click();
  await expect(page.getByRole('table', { name: '下一个 U 盘上将有什么' })).toContainText('2 条');
  await page.getByRole('textbox', { name: '写到哪里' }).fill(stick);
  await keepPicture(page, 'stick-plan');
  await page.getByRole('button', { name: '写入 U 盘' }).click();
  await expect(page.getByText('第 1 号 U 盘已写入并回读核对，可以拔出')).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'stick-written');
}

async function readBack(page: Page, stick: string): Promise<void> {
  await goTo(page, '/delivery/stick');
  await page.getByRole('textbox', { name: '从哪里读' }).fill(stick);
  await page.getByRole('button', { name: '查看 U 盘上的回执' }).click();
  await expect(page.getByText(/对第 1 号 U 盘的回执/)).toBeVisible();
  await page.getByRole('button', { name: '读入', exact: true }).scrollIntoViewIfNeeded();
  await keepPicture(page, 'stick-answer');
  await page.getByRole('button', { name: '读入', exact: true }).click();
  await expect(page.getByText('回执已读入', { exact: true })).toBeVisible();
  await keepPicture(page, 'stick-read');
}
