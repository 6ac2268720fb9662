// A desk's first hour in the real Electron: set up, recorded, printed, locked with the machine, and whole after its service
// fell over.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../support/read-pdf.ts';
import { answerPrintDialog, answerSaveDialog, expect, startDesk, test } from './support/desk-window.ts';
import { openPaper, password, recordTask, setUpDesk } from './support/person-at-desk.ts';

test('a desk is set up, records, prints to PDF and locks with the machine', async ({ desk }) => {
  test.setTimeout(180_000);
  const { page, program, folder } = desk;
  const prints = await answerPrintDialog(program);
  await setUpDesk(page);
  expect(await prints()).toBe(1);

  const number = await recordTask(page, '更换三号楼楼道灯');
  await openPaper(page, /^工作手册页/);
  const path = join(folder, 'page.pdf');
  await answerSaveDialog(program, path);
  await page.getByRole('button', { name: '存为 PDF' }).click();
  await expect(page.getByText('已登记打印').last()).toBeVisible({ timeout: 60_000 });
  const text = (await readPdf(new Uint8Array(readFileSync(path)))).join('');
  expect(text).toContain('更换三号楼楼道灯');
  await page.getByRole('button', { name: '打印', exact: true }).click();
  await expect.poll(prints).toBe(2);

  await program.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('lock-screen');
  });
  await expect(page.getByRole('option', { name: /舒某/ })).toBeVisible();
  await expect(page.getByText(number)).toHaveCount(0);
});

test('the window finds the service again after it fell over, and a second start shows the first window', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const { page, program, folder } = desk;
  await answerPrintDialog(program);
  await setUpDesk(page);
  const services = await program.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .flatMap(({ type, pid, name }) => (type === 'Utility' && name === 'Case Desk service' ? [pid] : [])),
  );
  expect(services).toHaveLength(1);
  for (const pid of services) process.kill(pid, 'SIGKILL');
  await page.getByRole('textbox', { name: '密码' }).fill(password, { timeout: 60_000 });
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();

  await expect(startDesk(folder)).rejects.toThrow();
  expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
