// Nothing serious for axe on the screen that is shown.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Half a megabyte of script is given to a document once, not at every look. */
async function sourceFor(page: Page): Promise<{ readonly axeSource?: string }> {
  const isThere = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window));
  return isThere ? { axeSource: 'undefined' } : {};
}

/**
 * Fails with every serious or critical finding and the elements it is about. It looks in the page itself and only for
 * what is wrong: a page of its own for each sum of what was right takes several times as long and finds no more.
 *
 * @param exclude a part that is looked at otherwise: a paper, whose strict policy refuses the styles of whoever looks
 */
export async function expectAccessible(page: Page, exclude?: string): Promise<void> {
  const builder = new AxeBuilder({ page, ...(await sourceFor(page)) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false });
  const { violations } = await (exclude === undefined ? builder : builder.exclude(exclude)).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 160)) }));
  expect(serious).toEqual([]);
}
