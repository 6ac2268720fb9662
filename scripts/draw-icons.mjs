// Draws every icon of the installers from resources/icons/icon.svg, in the browser that prints. Needs Node 24. Run after the
// drawing was changed; what it makes is committed.

import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { testBrowserLaunchOptions } from '../test/support/find-test-browser.ts';
import { icnsOf, icoOf } from './icons/icon-files.mjs';
import { inRoot } from './launch/places.mjs';

/** Pixels: what Linux desktops, Windows and macOS ask for. */
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

/** @param {string[]} parts */
const icons = (...parts) => inRoot('resources', 'icons', ...parts);

const drawing = readFileSync(icons('icon.svg'), 'utf8');
const browser = await chromium.launch(await testBrowserLaunchOptions());
/** @type {Map<number, Buffer>} */
const drawn = new Map();
try {
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    drawn.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}

/** @param {number} size */
function pictureOf(size) {
  const picture = drawn.get(size);
  if (picture === undefined) throw new Error(`${size} pixels were not drawn`);
  return picture;
}

for (const size of linuxSizes) writeFileSync(icons(`${size}x${size}.png`), pictureOf(size));
writeFileSync(icons('icon.ico'), icoOf(windowsSizes.map((size) => ({ size, png: pictureOf(size) }))));
writeFileSync(icons('icon.icns'), icnsOf(pictureOf));
