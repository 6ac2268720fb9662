// A picture of the window as it is, for people to look at (test-results/screens, or the folder that DESK_PICTURES names).

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const folder = process.env.DESK_PICTURES ?? join(import.meta.dirname, '../../../test-results/screens');

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.mouse.move(700, 400);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
