// No network anywhere: desk → stick → centre → stick → desk, with a conflict decided on the way back. The same changes, left
// in copies of the same desks and delivered over the network, lead to the same records, byte for byte.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { RecordView, SavedView } from '../../src-shared/contract/views.ts';
import { type CentreProcess, openCentre } from '../support/centre-process.ts';
import { CommandLine, firstPerson, password } from '../support/command-line.ts';
import { expectAccessible } from './support/accessible.ts';
import { goTo, type RunningDesk, signIn, startDesk } from './support/desk.ts';

const scope = '330784000001';
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(420_000);

type World = { readonly folder: string; readonly centre: CentreProcess };

test('[U10, U15, U17, U19] sticks reach the same state as the network, conflicts and receipts included', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-stick-'));
  const data = join(folder, 'centre');
  const centre = await openCentre(undefined, { CASE_DESK_DATA: data });
  try {
    await play(browser, { folder, centre });
  } finally {
    await centre.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function play(browser: Browser, { folder, centre }: World): Promise<void> {
  const [one, two] = ['一', '二'].map((name) => new CommandLine(join(folder, name)));
  if (one === undefined || two === undefined) throw new Error('two desks are there');
  await centre.command('scopes', '--add', scope, '--name', '方岩派出所');
  for (const [index, line] of [one, two].entries()) {
    mkdirSync(line.directory);
    await line.setUp('police', [{ name: '林予安', roles: 'head,recorder' }]);
    await line.get(['enrol', centre.url, await centre.invite(scope), '--name', `值班室${index + 1}号机`]);
  }
  const people = await one.get<readonly { readonly id: string }[]>(['people']);
  const task = JSON.stringify({
    title: '溪心桥路灯报修',
    listed_at: '2026-11-20T08:00',
    due_at: '2026-11-25T18:00',
    owner: people[0]?.id,
  });
  const { saved } = await one.get<{ saved: SavedView }>(['add', 'handbook_task', '-'], { input: task });
  for (const line of [one, two]) await line.get(['sync', '--once']);
  await centre.stop();

  await rename(one, saved.id, '溪心桥东头路灯报修');
  await rename(two, saved.id, '溪心桥西头路灯报修');
  // From here on there are two worlds with the very same changes: one on sticks, one on the network.
  const [first, second] = [copyOf(one, '甲'), copyOf(two, '乙')];
  const bureau = join(folder, 'bureau');
  cpSync(join(folder, 'centre'), bureau, { recursive: true });

  const outward = mkStick(folder, '1');
  const shell = await startDesk(first.directory);
  const page = await openWindow(browser, shell);
  await writeStick(page, outward);
  await shell.stop();
  await carry(second, centre, bureau, mkStick(folder, '2'));
  await takeIn(centre, bureau, outward);
  await readBack(browser, first, outward);
  for (const line of [first, second]) await carry(line, centre, bureau, mkStick(folder, `3-${line === first}`));

  await centre.start();
  for (const line of [one, two, one, two]) await line.get(['sync', '--once']);
  const online = await shown(one, saved.id);
  expect(await shown(two, saved.id)).toEqual(online);
  expect(online.conflicts).toHaveLength(1);
  expect(await shown(first, saved.id)).toEqual(online);
  expect(await shown(second, saved.id)).toEqual(online);
  await centre.stop();

  await second.get(['decide', saved.id, 'title', '--value', '溪心桥西头路灯报修'], { person: '林予安' });
  for (const line of [second, first]) await carry(line, centre, bureau, mkStick(folder, `4-${line === first}`));
  const decided = await shown(second, saved.id);
  expect([decided.conflicts, decided.content['title']]).toEqual([[], '溪心桥西头路灯报修']);
  expect(await shown(first, saved.id)).toEqual(decided);

  await oneWay(browser, first, centre, bureau, folder, saved.id);
}

/** The stick goes out and never comes back; what the centre printed is typed in. */
async function oneWay(
  browser: Browser,
  line: CommandLine,
  centre: CentreProcess,
  bureau: string,
  folder: string,
  id: string,
) {
  await rename(line, id, '溪心桥路灯已修复');
  const stick = mkStick(folder, 'outward');
  await line.get(['bundle', 'export', '--to', stick]);
  const said = await centre.command(
    '--data',
    bureau,
    'bundle',
    'import',
    stick,
    '--json',
    '--receipt',
    join(folder, 'paper'),
  );
  const { bundles }: { bundles: readonly { readonly code: string }[] } = JSON.parse(said);
  const shell = await startDesk(line.directory);
  const page = await openWindow(browser, shell);
  await goTo(page, '/stick');
  await page.getByRole('textbox', { name: '回执码' }).fill(bundles[0]?.code ?? '');
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByText(/第 \d+ 号 U 盘：中心已收到 1 条，未收下 0 条/)).toBeVisible();
  await takePicture(page, 'stick-code');
  await shell.stop();
}

async function rename(line: CommandLine, id: string, title: string): Promise<void> {
  await line.get(['edit', id, '-'], { input: JSON.stringify({ title }) });
}

function copyOf(line: CommandLine, name: string): CommandLine {
  const copy = new CommandLine(join(line.directory, '..', name));
  cpSync(line.directory, copy.directory, { recursive: true });
  return copy;
}

function mkStick(folder: string, name: string): string {
  const stick = join(folder, `stick-${name}`);
  mkdirSync(stick);
  return stick;
}

/** Out, in at the centre, and back, by commands. */
async function carry(line: CommandLine, centre: CentreProcess, bureau: string, stick: string): Promise<void> {
  await line.get(['bundle', 'export', '--to', stick]);
  await takeIn(centre, bureau, stick);
  await line.get(['bundle', 'import', stick]);
}

async function takeIn(centre: CentreProcess, bureau: string, stick: string): Promise<void> {
  await centre.command('--data', bureau, 'bundle', 'import', stick, '--out', stick);
}

async function openWindow(browser: Browser, shell: RunningDesk): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(shell.address);
  await signIn(page, firstPerson, password);
  return page;
}

async function writeStick(page: Page, stick: string): Promise<void> {
  await goTo(page, '/delivery');
  await page.getByRole('link', { name: '往返 U 盘' }).click();
  await expect(page.getByRole('table', { name: '下一个 U 盘上将有什么' })).toContainText('1 条');
  await page.getByRole('textbox').first().fill(stick);
  await takePicture(page, 'stick-plan');
  await page.getByRole('button', { name: '写入 U 盘' }).click();
  await expect(page.getByText('第 1 号 U 盘已写入并回读核对，可以拔出')).toBeVisible();
  await expectAccessible(page);
  await takePicture(page, 'stick-written');
}

async function readBack(browser: Browser, line: CommandLine, stick: string): Promise<void> {
  const shell = await startDesk(line.directory);
  const page = await openWindow(browser, shell);
  await goTo(page, '/stick');
  await page.getByRole('textbox').nth(1).fill(stick);
  await page.getByRole('button', { name: '查看 U 盘上的回执' }).click();
  await expect(page.getByText(/对第 1 号 U 盘的回执/)).toBeVisible();
  await takePicture(page, 'stick-answer');
  await page.getByRole('button', { name: '读入', exact: true }).click();
  await expect(page.getByText('回执已读入', { exact: true })).toBeVisible();
  await takePicture(page, 'stick-read');
  await shell.stop();
}

type Shown = Pick<RecordView, 'content' | 'status' | 'conflicts' | 'heads' | 'number'>;

async function shown(line: CommandLine, id: string): Promise<Shown> {
  const { content, status, conflicts, heads, number } = await line.get<RecordView>(['show', id]);
  return { content, status, conflicts, heads, number };
}

/** For the README: `DESK_PICTURES=folder` keeps what is seen on the way. */
async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESK_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-zh-light.png`), fullPage: true });
}
