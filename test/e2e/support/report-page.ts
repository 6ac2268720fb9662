// The police desk's report as a person reads it: the period it is about, and the cells of an indicator.

import { expect as expectSoon, type Locator, type Page } from '@playwright/test';
import { goTo } from './desk.ts';

const expect = expectSoon.configure({ timeout: 30_000 });

export function reportTable(page: Page): Locator {
  return page.getByRole('table', { name: '警务工作统计表' });
}

/** The six cells of an indicator: 本月, 上月, 环比, 本年累计, 上年同期, 同比. */
export function cellsOf(page: Page, indicator: string): Locator {
  const row = reportTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${indicator}( |$)`) }) });
  return row.getByRole('cell');
}

/** The cells say exactly this, as soon as what they show has been counted. */
export async function expectCells(page: Page, indicator: string, shown: readonly string[]): Promise<void> {
  await expect.poll(() => cellsOf(page, indicator).allInnerTexts(), { message: indicator }).toEqual(shown);
}

export async function openReport(page: Page, period: string, label: string): Promise<void> {
  await goTo(page, `/reports?report=police_work&period=${period}`);
  await expect(page.getByRole('status').filter({ hasText: label })).toBeVisible();
  await expect(reportTable(page)).toBeVisible();
}

/** One key and one period after the other, until this one is shown. */
export async function goBackTo(page: Page, label: string): Promise<void> {
  const shown = page.getByRole('status').filter({ hasText: /^\d{4}年\d{1,2}月$/ });
  await expect(shown).toBeVisible();
  for (let at = await shown.innerText(); at !== label; at = await shown.innerText()) {
    await page.keyboard.press('[');
    await expect(shown).not.toHaveText(at);
  }
}
