// Two desks and a centre, each a process: both change one wallet while there is no network, and what follows is explained,
// decided by a second person, and the same everywhere, a desk included that comes later.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { RecordView } from '../../src-shared/contract/views.ts';
import { type CentreProcess, openCentre } from '../support/centre-process.ts';
import { CommandLine, firstPerson } from '../support/command-line.ts';
import { type CuttingProxy, openCuttingProxy } from '../support/open-cutting-proxy.ts';
import { startPostgres } from '../support/postgres.ts';
import { expectAccessible } from './support/accessible.ts';
import { goTo, type RunningDesk } from './support/desk.ts';
import { keepPicture } from './support/picture.ts';
import { addWallet, attachPhoto, countCash, openRecord, openWindow } from './support/wallet.ts';

const scope = '330784000001';
const megabyte = 1024 * 1024;
test.use({ contextOptions: { reducedMotion: 'reduce' } });

type Station = {
  readonly line: CommandLine;
  readonly shell: RunningDesk;
  readonly page: Page;
};

/** A desk that was set up with two heads, its window open and the first of them signed in. */
async function openStation(browser: Browser, directory: string, second: string): Promise<Station> {
  mkdirSync(directory);
  const line = new CommandLine(directory);
  await line.setUp('police', [{ name: second, roles: 'head,recorder' }]);
  return { line, ...(await openWindow(browser, directory, firstPerson)) };
}

async function enrol(page: Page, url: string, code: string, name: string): Promise<void> {
  await goTo(page, '/delivery');
  await page.getByRole('textbox', { name: '中心地址' }).fill(url);
  await page.getByRole('textbox', { name: '接入码' }).fill(code);
  await page.getByRole('textbox', { name: '本机名称' }).fill(name);
  await page.getByRole('button', { name: '接入', exact: true }).click();
  await expect(page.getByRole('button', { name: '立即同步' })).toBeVisible();
}

/** The bar says that all is confirmed only when the page says so of every change, too. */
async function expectAllConfirmed(page: Page): Promise<void> {
  await goTo(page, '/delivery');
  await expect(async () => {
    await page.getByRole('button', { name: '立即同步' }).click();
    await expect(page.locator('[data-delivery]')).toContainText('已确认', { timeout: 2_000 });
    await expect(page.locator('[data-delivery]')).toContainText('全部', { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  const cell = (place: string) => page.locator(`[data-place=${place}] td`);
  await expect(cell('here')).toHaveText('0');
  const isAll = async () => (await cell('confirmed').textContent()) === (await cell('total').textContent());
  await expect.poll(isAll).toBe(true);
}

async function shown(line: CommandLine, id: string): Promise<unknown> {
  const { content, status, conflicts, heads } = await line.get<RecordView>(['show', id]);
  return { content, status, conflicts, heads };
}

async function play(browser: Browser, centre: CentreProcess): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-sync-'));
  const places = ['一', '二', '三'].map((name) => join(folder, name));
  const [firstPlace = '', secondPlace = '', thirdPlace = ''] = places;
  await centre.command('scopes', '--add', scope, '--name', '方岩派出所');
  const first = await openStation(browser, firstPlace, '林予安');
  const second = await openStation(browser, secondPlace, '周明野');
  const way: CuttingProxy = await openCuttingProxy(centre.url);
  try {
    await enrol(first.page, way.url, await centre.invite(scope), '值班室一号机');
    await enrol(second.page, centre.url, await centre.invite(scope), '值班室二号机');
    await first.shell.stop();
    const { id } = await addWallet(first.line);
    const one = await openWindow(browser, firstPlace, firstPerson);
    await expectAllConfirmed(one.page);
    await expectAllConfirmed(second.page);
    // That all of its own is confirmed does not say that it has what others wrote.
    await goTo(second.page, '/list/found_item');
    await expect(second.page.getByRole('row', { name: /荆山陈夜市/ })).toBeVisible({ timeout: 30_000 });

    await centre.stop();
    await countCash(one.page, id, '3');
    await countCash(second.page, id, '4');
    way.cutAfter(1.5 * megabyte, 1.5 * megabyte);
    await attachPhoto(one.page, id, 4 * megabyte);
    for (const page of [one.page, second.page]) {
      await expect(page.locator('[data-delivery]')).toContainText(/仅在本机|送出中/);
      await expect(page.locator('[data-delivery]')).toContainText('连不上中心');
    }

    await goTo(one.page, '/delivery');
    await keepPicture(one.page, 'delivery');
    await centre.start();
    await expectAllConfirmed(one.page);
    await expectAllConfirmed(second.page);
    await expectAllConfirmed(one.page);
    await decide(one.page, second.page, id);
    await expectAllConfirmed(one.page);
    await expectAllConfirmed(second.page);
    await photoArrives(one.page, second.page, id, way);
    await one.shell.stop();
    await second.shell.stop();
    expect(await shown(second.line, id)).toEqual(await shown(first.line, id));
    await comesLater(centre, first.line, thirdPlace, id);
  } finally {
    way.close();
    await Promise.all([first.shell.stop(), second.shell.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Who wrote a version of money cannot be the one who chooses it: the other desk's person does. */
async function decide(first: Page, second: Page, id: string): Promise<void> {
  await goTo(second, '/conflicts');
  await expect(second.locator(`[data-inbox="${id}"]`)).toContainText('值班室一号机');
  await keepPicture(second, 'inbox');
  for (const page of [first, second]) {
    await openRecord(page, id);
    const conflict = page.locator('[data-conflict]').first();
    await expect(conflict).toContainText('3');
    await expect(conflict).toContainText('4');
  }
  const conflict = second.locator('[data-conflict]').first();
  await expect(conflict).toContainText('值班室一号机');
  await expectAccessible(second);
  await keepPicture(second, 'conflict');
  const version = conflict.locator('[data-version]').filter({ hasText: '值班室一号机' });
  await expect(conflict.getByRole('button', { name: '等另一人裁定' })).toBeDisabled();
  await version.getByRole('button', { name: '保留对方的' }).click();
  await expect(second.locator('[data-conflict]')).toHaveCount(0);
}

async function photoArrives(first: Page, second: Page, id: string, way: CuttingProxy): Promise<void> {
  await openRecord(first, id);
  await first.getByRole('tab', { name: /^附件/ }).click();
  await expect(first.locator('[data-file-delivery=confirmed]')).toBeVisible({ timeout: 60_000 });
  expect(way.cuts()).toBe(2);
  await expect(async () => {
    await goTo(second, '/delivery');
    await second.getByRole('button', { name: '立即同步' }).click();
    await openRecord(second, id);
    await second.getByRole('tab', { name: /^附件/ }).click();
    await expect(second.locator('[data-file-delivery=confirmed]')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await expect(second.locator('[data-attachment]')).toContainText('现场.png');
}

async function comesLater(centre: CentreProcess, first: CommandLine, place: string, id: string): Promise<void> {
  mkdirSync(place);
  const third = new CommandLine(place);
  await third.setUp('police', []);
  await third.get(['enrol', centre.url, await centre.invite(scope), '--name', '值班室三号机']);
  const counters = await third.get<{ readonly total: number; readonly confirmed: number }>(['sync', '--once']);
  expect(counters.confirmed).toBe(counters.total);
  expect(await shown(third, id)).toEqual(await shown(first, id));
  expect(await third.get(['verify'])).toMatchObject({ faults: [] });
}

// Each has a centre and desks of its own.
test.describe.configure({ mode: 'parallel' });

for (const release of [15, 18] as const)
  test(`two desks disagree about money, a second person decides, a third desk shows the same (PostgreSQL ${release})`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const postgres = await startPostgres([], release);
    const centre = await openCentre(await postgres.freshUrl());
    try {
      await play(browser, centre);
    } finally {
      await centre.end();
      await postgres.stop();
    }
  });

test('the same with a centre on its own file (SQLite)', async ({ browser }) => {
  test.setTimeout(240_000);
  const centre = await openCentre();
  try {
    await play(browser, centre);
  } finally {
    await centre.end();
  }
});
