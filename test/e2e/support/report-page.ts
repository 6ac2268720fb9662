// The police desk's report as a person reads it: the period it is about, and the cells of an indicator.

import { expect as expectSoon, type Locator, type Page } from '@playwright/test';
import { goTo } from './desk.ts';

const expect = expectSoon.configure({ timeout: 30_000 });

export function reportTable(page: Page): Locator {
  return page.getByRole('table', { name: '警务工作统计表' });
}

/** The six cells of an indicator: 本月, 上月, 环比, 本年累计, 上年同期, 同比. */
export async function cellsOf(page: Page, indicator: string): Promise<readonly string[]> {
  const row = reportTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${indicator}( |$)`) }) });
  return row.getByRole('cell').allInnerTexts();
}

export async function openReport(page: Page, period: string, label: string): Promise<void> {
  await goTo(page, `/reports?report=police_work&period=${period}`);
  await expect(page.getByRole('status').filter({ hasText: label })).toBeVisible();
  await expect(reportTable(page)).toBeVisible();
}
