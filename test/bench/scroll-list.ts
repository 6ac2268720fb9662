// Scrolls the list of a full desk in a real browser and tells how long its frames take and how many rows the page holds.
// `node test/bench/scroll-list.ts <desk directory>`, the directory as `npm run bench -- --keep` leaves it; built before.

import { chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { signIn, startDesk } from '../e2e/support/desk.ts';
import { testBrowserLaunchOptions } from '../support/find-test-browser.ts';
import { benchPassword } from './bench-desk.ts';
import { percentiles } from './percentiles.ts';

/** Wheel turns of one run, and pixels of each: about six rows. */
const turns = 200;
const turnPixels = 240;

/** Milliseconds between the frames the page draws, gathered in the page from now on. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    const next = (before: number) =>
      requestAnimationFrame((now) => {
        frames.push(now - before);
        next(now);
      });
    next(performance.now());
  });
}

async function scroll(page: Page, pixels: number): Promise<number> {
  let most = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, pixels);
    await page.waitForTimeout(16);
    most = Math.max(most, await page.getByRole('row').count());
  }
  return most;
}

const desk = await startDesk(z.string().parse(process.argv[2]));
const browser = await chromium.launch(await testBrowserLaunchOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  await page.goto(desk.address);
  await signIn(page, undefined, benchPassword);
  await page.goto(`${new URL(page.url()).origin}/#/list/found_item`);
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(5).waitFor();
  const rows = await grid.getAttribute('aria-rowcount');
  await grid.hover();
  await watchFrames(page);
  const held = await scroll(page, turnPixels);
  const frames = z
    .array(z.number())
    .parse(await page.evaluate(() => Object.entries(window).find(([name]) => name === 'frames')?.[1]));
  const { p50, p95, max } = percentiles('frames', frames);
  const late = frames.filter((frame) => frame > 50).length;
  process.stdout.write(`${rows} rows in the list; at most ${held} rows in the page; ${frames.length} frames: `);
  process.stdout.write(
    `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, max ${max.toFixed(0)} ms, ${late} over 50 ms\n`,
  );
} finally {
  await browser.close();
  await desk.stop();
}
