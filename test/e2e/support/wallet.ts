// A found wallet on a desk, and what people do to it in the window.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import type { PersonView, SavedView } from '../../../src-shared/contract/views.ts';
import { isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import { fillSample, sampleRecord } from '../../../src-shared/records/sample-file.ts';
import { type CommandLine, firstPerson, password } from '../../support/command-line.ts';
import { goTo, type RunningDesk, signIn, startDesk } from './desk.ts';
import { giveFile, row, save, type } from './forms.ts';
import { largePicture } from './picture.ts';

/** The sample wallet, by the first person and 林予安. */
export async function addWallet(line: CommandLine): Promise<SavedView> {
  const people = await line.get<readonly PersonView[]>(['people']);
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? '';
  const keys = ['chen', 'lin'].map((key, index) => [key, idOf([firstPerson, '林予安'][index] ?? '')] as const);
  const read = readFileSync(join(import.meta.dirname, '../../fixtures/w12-wallet.json'), 'utf8');
  const facts = { today: isoDate('2026-11-20'), people: new Map(keys), records: new Map() };
  const given = { kind: 'found_item', content: JSON.parse(read), steps: [] };
  const { content } = sampleRecord.parse(fillSample(given, facts));
  const { saved } = await line.get<{ saved: SavedView }>(['add', 'found_item', '-'], {
    input: JSON.stringify(content),
  });
  return saved;
}

/** The desk's window, with this person signed in. */
export async function openWindow(
  browser: Browser,
  directory: string,
  person: string = firstPerson,
): Promise<{ readonly shell: RunningDesk; readonly page: Page }> {
  const shell = await startDesk(directory);
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(shell.address);
  await signIn(page, person, password);
  return { shell, page };
}

export async function openRecord(page: Page, id: string): Promise<void> {
  await goTo(page, `/records/${id}`);
  await expect(page.getByRole('tab', { name: '历史' })).toBeVisible();
}

/** How many of the first notes there are. */
export async function countCash(page: Page, id: string, count: string): Promise<void> {
  await openRecord(page, id);
  await page.keyboard.press('e');
  await type(row(page, '现金 1'), '张(枚)数', count);
  await save(page);
  await expect(page.getByRole('tab', { name: '历史' })).toBeVisible();
}

/** @param bytes more than so many */
export async function attachPhoto(page: Page, id: string, bytes: number): Promise<void> {
  await openRecord(page, id);
  await page.getByRole('tab', { name: /^附件/ }).click();
  const button = page.getByRole('button', { name: '选择文件' });
  await giveFile(page, button, { name: '现场.png', mimeType: 'image/png', buffer: largePicture(bytes) });
}
