// Who is at the desk: signing in, being refused, locking, handing over.

import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, samplePassword, signIn, test } from './support/desk.ts';

test('letters and arrow keys choose the person, the password opens the desk', async ({ page, sampleDesk }) => {
  await page.goto(sampleDesk.address);
  const people = page.getByRole('listbox');
  await people.focus();
  // The readings of names are fetched by themselves; letters choose once they stand beside the names.
  await expect(people).toContainText('CXL');
  await page.keyboard.type('cxl');
  await expect(page.getByRole('option', { selected: true })).toContainText('陈晓岚');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toContainText('林予安');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '密码' })).toBeFocused();
  await page.keyboard.type(samplePassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^林予安/ })).toBeVisible();
});

test('a wrong password is refused in words, then there is a wait that counts down', async ({ page, sampleDesk }) => {
  await page.goto(sampleDesk.address);
  const alert = page.getByRole('alert');
  await expect(page.getByRole('textbox', { name: '密码' })).toBeFocused();
  await page.keyboard.type('Wrong-password-1');
  await page.keyboard.press('Enter');
  await expect(alert).toContainText('人员或密码不正确');
  await expect(page.getByRole('textbox', { name: '密码' })).toHaveValue('');
  await page.keyboard.type('Wrong-password-2');
  await page.keyboard.press('Enter');
  await expect(alert).toContainText(/秒后再试|不正确/);
  await expect(page.getByRole('textbox', { name: '密码' })).toBeFocused();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('locking hides everything at once, and the same page is there again after signing in', async ({
  deskPage: page,
}) => {
  await goTo(page, '/list/rescue');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await signIn(page);
  await expect(page.getByRole('heading', { name: '救助' })).toBeVisible();
});

test('the desk is handed to the next person in a few keys, and the page stays', async ({ deskPage: page }) => {
  await goTo(page, '/list/found_item');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Control+Shift+U');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('换人');
  await expectAccessible(page);
  await dialog.getByRole('listbox').focus();
  await expect(dialog.getByRole('listbox')).toContainText('SQH');
  await page.keyboard.type('sq');
  await expect(dialog.getByRole('option', { selected: true })).toContainText('苏青禾');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: '密码' })).toBeFocused();
  await page.keyboard.type(samplePassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^苏青禾/ })).toBeVisible();
  await expect(page).toHaveURL(/#\/list\/found_item/);
});

test('a desk that nobody touches locks itself', async ({ page, sampleDesk }) => {
  await page.clock.install();
  await page.goto(sampleDesk.address);
  await signIn(page);
  await page.clock.runFor('09:00');
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.clock.runFor('02:00');
  await expect(page.getByRole('option').first()).toBeVisible();
});

test('somebody who comes without the one-time address gets nothing', async ({ page, sampleDesk, playwright }) => {
  const { origin } = new URL(sampleDesk.address);
  await page.goto(sampleDesk.address);
  const stranger = await playwright.request.newContext();
  expect((await stranger.get(origin)).status()).toBe(403);
  expect((await stranger.get(sampleDesk.address)).status()).toBe(403);
  await stranger.dispose();
});

test('the language is chosen before anybody signs in', async ({ page, sampleDesk }) => {
  await page.goto(sampleDesk.address);
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
