// The import wizard as a person uses it: choosing a file, filling what the ledger does not say, reading what was refused.

import { expect as expectSoon, type Page } from '@playwright/test';

const expect = expectSoon.configure({ timeout: 30_000 });

export async function giveFile(
  page: Page,
  file: { readonly name: string; readonly bytes: Uint8Array },
  button = '选择文件',
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await chooser).setFiles({
    name: file.name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(file.bytes),
  });
}

export async function pick(page: Page, label: string, option: string): Promise<void> {
  const box = page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first();
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(box).toHaveValue(option);
}

/** Chooses a sort of lines by the words of its tab, once the lines are judged. */
export async function showLines(page: Page, tab: string): Promise<void> {
  await expect(page.getByRole('radio', { name: tab })).toBeAttached({ timeout: 60_000 });
  await page.getByText(tab, { exact: true }).click();
}

export type ShownLine = { readonly line: number; readonly codes: readonly string[]; readonly words: string };

/** Every line of the sort that is shown, to the last; `count` as its tab tells it. */
export async function shownLines(
  page: Page,
  state: 'refused' | 'duplicate',
  count: number,
): Promise<readonly ShownLine[]> {
  const rows = page.locator(`tr[data-line][data-state=${state}]`);
  await expect(async () => {
    if ((await rows.count()) < count) await page.getByRole('button', { name: '继续显示' }).click({ timeout: 5_000 });
    await expect(rows).toHaveCount(count, { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const reasons = [...row.querySelectorAll('[data-problem]')];
      return {
        line: Number(row.getAttribute('data-line')),
        codes: reasons.map((reason) => reason.getAttribute('data-problem') ?? ''),
        words: reasons.map((reason) => reason.textContent ?? '').join('；'),
      };
    }),
  );
}
