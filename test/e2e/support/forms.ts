// Fills in forms as a person does: by the labels on the paper.

import { expect, type Locator, type Page } from '@playwright/test';

/** A place in a form: the page, or a group, list or entry of it. */
export type Place = Page | Locator;

/** A group, a list or one entry (物品 1) by its name. */
export function part(place: Place, name: string): Locator {
  return place.getByRole('group', { name, exact: true });
}

/** The control of a field by its label. */
export function field(place: Place, label: string): Locator {
  return place
    .getByLabel(label, { exact: true })
    .and(place.locator('input, textarea, [role=radiogroup], [role=group]'))
    .first();
}

/** Types into a text, date, number or amount, and leaves the field. */
export async function type(place: Place, label: string, text: string): Promise<void> {
  const control = field(place, label);
  await control.fill(text);
  await control.blur();
}

/** Chooses by typing a part of the words (or pinyin) into a searched list. */
export async function choose(place: Place, label: string, typed: string, shown: string = typed): Promise<void> {
  const control = field(place, label);
  await control.click();
  await control.fill(typed);
  const page = 'page' in place ? place.page() : place;
  await page.getByRole('option', { name: shown, exact: true }).click();
  await expect(control).toHaveValue(shown);
}

/** Marks an open choice or a box. */
export async function mark(place: Place, label: string, ...options: readonly string[]): Promise<void> {
  for (const option of options) await field(place, label).getByLabel(option, { exact: true }).check();
}

/** One row of a list that stands as a table (现金 1). */
export function row(place: Place, name: string): Locator {
  return place.getByRole('row', { name, exact: true });
}

/** Adds an entry at the end of a list. */
export async function addEntry(place: Place, list: string, entry: string): Promise<void> {
  await part(place, list)
    .getByRole('button', { name: new RegExp(`^添加${entry}`) })
    .click();
}

/** Saves with F8. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('F8');
}

/** Uploads a file where the page asks for one, as this role. */
export async function giveFile(
  page: Page,
  button: Locator,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button.click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: /^添加 1 个附件/ }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
