// A day of five people on one PC: changing over, a shift handed over, a lock-out, a forgotten password, a stick, the PC lost
// and restored on a blank one. The auditor's export of that day is then verified by an outsider and names everyone rightly.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { type CentreProcess, openCentre } from '../support/centre-process.ts';
import { CommandLine, password } from '../support/command-line.ts';
import { expectDay } from './support/day-log.ts';
import { changeByPin, goTo, signIn, startDesk } from './support/desk.ts';
import { field } from './support/forms.ts';

const scope = '330784000001';
const head = '陈晓岚';
const others = [
  { name: '林予安', roles: 'recorder' },
  { name: '苏青禾', roles: 'recorder' },
  { name: '何书言', roles: 'reviewer,recorder' },
  { name: '周明野', roles: 'auditor' },
] as const;
const pins = { 林予安: '730418', 苏青禾: '902657' } as const;
const newPassword = 'Lantern-7718!';
const restrictedTask = '未成年人保护事项';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(300_000);

test('five people share one PC for a day, and the log of it names every one of them rightly', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-day-'));
  const centre = await openCentre(undefined, { CASE_DESK_DATA: join(folder, 'centre') });
  try {
    await play(browser, folder, centre);
  } finally {
    await centre.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function play(browser: Browser, folder: string, centre: CentreProcess): Promise<void> {
  const { line, people, recovery } = await begin(folder, centre);
  const [stick, disk] = ['stick', 'disk'].map((name) => join(folder, name));
  if (stick === undefined || disk === undefined) throw new Error('both are named');
  mkdirSync(stick);
  mkdirSync(disk);

  const desk = await startDesk(line.directory);
  const page = await openWindow(browser, desk.address);
  await changeOver(page);
  await handOver(page);
  await lockOut(page);
  await recover(page, recovery);
  await carry(page, stick, centre);
  await backUp(page, disk);
  await desk.stop();
  await page.context().close();

  const spare = await startDesk(join(folder, 'spare'));
  const other = await openWindow(browser, spare.address);
  const exported = await restoreAndAudit(other, disk, folder);
  await other.context().close();
  await spare.stop();
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  expectDay(exported, nameOf);
}

/** By commands: the desk, its people, its centre, and a record that only some may see. */
async function begin(folder: string, centre: CentreProcess) {
  const line = new CommandLine(join(folder, 'desk'));
  mkdirSync(line.directory);
  const unit = ['--unit-name', '永康市公安局方岩派出所', '--unit-code', scope, '--unit-short', '方岩所'];
  const made = await line.get<{ readonly recovery: readonly [string, string] }>(['init', ...unit, '--kind', 'police']);
  const secret = join(folder, 'new-password');
  execFileSync('sh', ['-c', `printf '%s\\n' "$1" > "$2"`, 'sh', password, secret]);
  for (const { name, roles } of others)
    await line.get(['add-person', name, '--roles', roles, '--new-password-file', secret]);
  await centre.command('scopes', '--add', scope, '--name', '方岩派出所');
  await line.get(['enrol', centre.url, await centre.invite(scope), '--name', '值班室1号机']);
  await centre.stop();
  const people = await line.get<readonly { readonly id: string; readonly name: string }[]>(['people']);
  const task = {
    title: restrictedTask,
    listed_at: '2026-11-20T08:00',
    due_at: '2026-11-25T18:00',
    owner: people[0]?.id,
  };
  await line.get<{ saved: SavedView }>(['add', 'handbook_task', '-'], {
    input: JSON.stringify({ ...task, secrecy: 'sensitive' }),
  });
  return { line, people, recovery: made.recovery };
}

async function openWindow(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  return page;
}

function isAt(page: Page, name: string) {
  return expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
}

async function setPin(page: Page, pin: string): Promise<void> {
  await goTo(page, '/settings');
  await page.getByRole('textbox', { name: '登录密码' }).fill(password);
  await page.getByRole('textbox', { name: '新 PIN 码', exact: true }).fill(pin);
  await page.getByRole('textbox', { name: '再输一次 PIN 码' }).fill(pin);
  await page.getByRole('button', { name: '设置 PIN 码' }).click();
  await expect(page.getByText('已设置。再次填写即更换')).toBeVisible();
}

async function beginTask(page: Page, title: string): Promise<void> {
  await goTo(page, '/new/handbook_task');
  await field(page, '工作事项').fill(title);
}

async function addTask(page: Page, title: string): Promise<void> {
  await beginTask(page, title);
  await field(page, '最终办结时限').fill('2027-01-10 18:00');
  await field(page, '最终办结时限').blur();
  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
}

async function changeOver(page: Page): Promise<void> {
  await signIn(page, '林予安', password);
  await setPin(page, pins.林予安);
  await addTask(page, '查看楼道灭火器');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '苏青禾', password);
  await setPin(page, pins.苏青禾);
  await changeByPin(page, pins.林予安);
  await isAt(page, '林予安');
  // 林予安 is called away in the middle of a sentence; nobody else sees it.
  await beginTask(page, '走访独居老人，带上');
  await changeByPin(page, pins.苏青禾);
  await isAt(page, '苏青禾');
  await addTask(page, '核对保险柜封签');
  await goTo(page, '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('走访独居老人')).toHaveCount(0);
  await wrongPins(page);
  await isAt(page, '林予安');
  await goTo(page, '/new/handbook_task');
  await expect(page.getByText(/草稿/).first()).toBeVisible();
}

/** Three wrong PINs, and only the password is taken. */
async function wrongPins(page: Page): Promise<void> {
  await changeByPin(page, '000001');
  const alert = page.getByRole('dialog').getByRole('alert');
  const secret = page.getByRole('dialog').getByRole('textbox');
  await expect(alert).toContainText('还可再试 2 次');
  await expect(secret).toHaveValue('');
  await page.keyboard.type('000002');
  await page.keyboard.press('Enter');
  await expect(alert).toContainText('还可再试 1 次');
  await expect(secret).toHaveValue('');
  await page.keyboard.type('000003');
  await page.keyboard.press('Enter');
  await expect(alert).toContainText('请输入密码');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('option', { name: /林予安/ }).click();
  await dialog.getByRole('textbox', { name: '密码' }).fill(password);
  await dialog.getByRole('textbox', { name: '密码' }).press('Enter');
}

async function handOver(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('textbox', { name: '交办事项' }).fill('东门口的电动车已联系失主');
  await page.getByRole('button', { name: '交班', exact: true }).click();
  const waiting = page.getByRole('region', { name: '等待接班' });
  await waiting.getByRole('combobox', { name: '接班人' }).click();
  await page.getByRole('option', { name: '何书言' }).click();
  await waiting.getByRole('textbox', { name: '密码' }).fill(password);
  await waiting.getByRole('textbox', { name: '密码' }).press('Enter');
  await isAt(page, '何书言');
  await expect(page.getByRole('row', { name: /林予安 .*何书言 已接班/ })).toBeVisible();
}

/** 苏青禾 has forgotten the password: five wrong ones, and nobody comes in so for ten minutes. */
async function lockOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await page.getByRole('option', { name: /苏青禾/ }).click();
  await expect(async () => {
    await page.getByRole('textbox', { name: '密码' }).fill('Wrong-lantern-1');
    await page.getByRole('textbox', { name: '密码' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('分钟', { timeout: 1_000 });
  }).toPass({ timeout: 60_000, intervals: [100] });
}

async function recover(page: Page, [first, second]: readonly [string, string]): Promise<void> {
  await page.getByRole('button', { name: '忘记密码' }).click();
  await page.getByRole('combobox', { name: '人员' }).click();
  await page.getByRole('option', { name: '苏青禾' }).click();
  // The order does not matter.
  await page.getByRole('textbox', { name: '第 1 份', exact: true }).fill(second);
  await page.getByRole('textbox', { name: '第 2 份', exact: true }).fill(first);
  await page.getByRole('combobox', { name: '第 1 份由谁带来' }).fill(head);
  await page.getByRole('combobox', { name: '第 2 份由谁带来' }).fill('何书言');
  await page.getByRole('textbox', { name: '新密码' }).fill(newPassword);
  await page.getByRole('button', { name: '重设密码' }).click();
  await signIn(page, '苏青禾', newPassword);
}

/** Everything goes to the centre on a stick, and its answer comes back on the same one. */
async function carry(page: Page, stick: string, centre: CentreProcess): Promise<void> {
  await goTo(page, '/delivery/stick');
  await page.getByRole('textbox', { name: '写到哪里' }).fill(stick);
  await page.getByRole('button', { name: '写入 U 盘' }).click();
  await expect(page.getByText('第 1 号 U 盘已写入并回读核对，可以拔出')).toBeVisible();
  await centre.command('bundle', 'import', stick, '--out', stick);
  await page.getByRole('textbox', { name: '从哪里读' }).fill(stick);
  await page.getByRole('button', { name: '查看 U 盘上的回执' }).click();
  await page.getByRole('button', { name: '读入', exact: true }).click();
  await expect(page.getByText('回执已读入', { exact: true })).toBeVisible();
}

/** The head looks at the restricted record, then keeps the day on another disk. */
async function backUp(page: Page, disk: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, head, password);
  await goTo(page, '/list/handbook_task');
  await page.getByRole('row', { name: new RegExp(restrictedTask) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(restrictedTask);
  await goTo(page, '/settings?part=backup');
  await page.getByLabel('文件夹').fill(disk);
  await page.getByRole('button', { name: '用作备份位置' }).click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.locator('[data-last-backup]')).toContainText('条记录', { timeout: 30_000 });
}

/** On a blank PC: the desk comes back, and its auditor verifies and takes out the log. Gives the exported file. */
async function restoreAndAudit(page: Page, disk: string, folder: string): Promise<string> {
  await page.getByRole('button', { name: /从备份恢复/ }).click();
  await page.getByLabel('文件夹').fill(disk);
  await page.getByRole('button', { name: '在此查找' }).click();
  await page.getByRole('button', { name: '恢复这一份' }).click();
  await signIn(page, '周明野', password);
  await goTo(page, '/audit');
  await page.getByRole('button', { name: '校验' }).click();
  await expect(page.getByRole('status').filter({ hasText: '没有缺失、改动或插入' })).toBeVisible();
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: /可核验的日志/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^保存 审计日志/ }).click();
  const file = join(folder, 'log.ndjson');
  copyFileSync(await (await download).path(), file);
  return file;
}
