// New PCs without a network enter their centre by stick: one in the window, one by commands. Nothing but files goes between.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import type { PageView, RecordView, SavedView } from '../../src-shared/contract/views.ts';
import { type CentreProcess, openCentre } from '../support/centre-process.ts';
import { CommandLine } from '../support/command-line.ts';
import { expectAccessible } from './support/accessible.ts';
import { goTo } from './support/desk.ts';
import { keepPicture } from './support/picture.ts';
import { openWindow } from './support/wallet.ts';

const scope = '330784000001';
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(240_000);

test('[U18] new PCs are enrolled, filled and usable after one trip of a stick', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-new-desk-'));
  const centre = await openCentre(undefined, { CASE_DESK_DATA: join(folder, 'centre') });
  try {
    const saved = await oldDesk(folder, centre);
    await centre.stop();
    await byWindow(browser, folder, centre, saved);
    await byCommands(folder, centre, saved);
  } finally {
    await centre.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A desk of the unit, with a network, and one record at the centre. */
async function oldDesk(folder: string, centre: CentreProcess): Promise<SavedView> {
  await centre.command('scopes', '--add', scope, '--name', '方岩派出所');
  const line = await newDesk(folder, '旧机');
  await line.get(['enrol', centre.url, await centre.invite(scope), '--name', '旧机']);
  const people = await line.get<readonly { readonly id: string }[]>(['people']);
  const task = JSON.stringify({
    title: '溪心桥路灯报修',
    listed_at: '2026-11-20T08:00',
    due_at: '2026-11-25T18:00',
    owner: people[0]?.id,
  });
  const { saved } = await line.get<{ saved: SavedView }>(['add', 'handbook_task', '-'], { input: task });
  await line.get(['sync', '--once']);
  return saved;
}

async function newDesk(folder: string, name: string): Promise<CommandLine> {
  const line = new CommandLine(join(folder, name));
  mkdirSync(line.directory);
  await line.setUp('police', []);
  return line;
}

async function byWindow(browser: Browser, folder: string, centre: CentreProcess, saved: SavedView): Promise<void> {
  const line = await newDesk(folder, '新机甲');
  const stick = join(folder, 'stick-window');
  mkdirSync(stick);
  const { shell, page } = await openWindow(browser, line.directory);
  await goTo(page, '/delivery/stick');
  await page.getByRole('textbox', { name: '接入码' }).fill(await centre.invite(scope));
  await page.getByRole('textbox', { name: '本机名称' }).fill('新机甲');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '写申请文件' }).click();
  const request = join(stick, (await downloading).suggestedFilename());
  await (await downloading).saveAs(request);
  await expect(page.getByText('申请已写好')).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'stick-request');
  await centre.command('bundle', 'new-desk', request, '--out', stick);
  await page.getByRole('textbox', { name: '从哪里读' }).fill(stick);
  await page.getByRole('button', { name: '读入并接入' }).click();
  await expect(page.getByRole('table', { name: '下一个 U 盘上将有什么' })).toBeVisible();
  await keepPicture(page, 'stick-entered');
  await goTo(page, '/list/handbook_task');
  await expect(page.getByText(saved.number)).toBeVisible();
  await shell.stop();
}

async function byCommands(folder: string, centre: CentreProcess, saved: SavedView): Promise<void> {
  const line = await newDesk(folder, '新机乙');
  const stick = join(folder, 'stick-commands');
  mkdirSync(stick);
  const request = join(stick, 'request.caserequest');
  await line.get(['enrol', await centre.invite(scope), '--request', request, '--name', '新机乙']);
  await centre.command('bundle', 'new-desk', request, '--out', stick);
  expect(await line.get(['enrol', '--answer', stick])).toMatchObject({ bundles: 1 });
  expect((await line.get<RecordView>(['show', saved.id])).number).toBe(saved.number);
  const { rows } = await line.get<PageView>(['list', 'handbook_task']);
  expect(rows.map(({ number }) => number)).toEqual([saved.number]);
  await line.get(['bundle', 'export', '--to', stick]);
  await centre.command('bundle', 'import', stick, '--out', stick);
  expect(await line.get(['bundle', 'import', stick])).toMatchObject({ refused: 0 });
  const { counters } = await line.get<{ counters: { confirmed: number; total: number } }>(['delivery']);
  expect(counters.confirmed).toBe(counters.total);
}
