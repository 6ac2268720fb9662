// Prints one page that our own loopback server offers: loads it, waits for its fonts and pictures, and takes the PDF. Works
// with every Chromium, headless shells included, which `--print-to-pdf` does not.

import { assert } from '../../src-shared/base/assert.ts';
import { headlessFlags, runsAsRoot } from './browser-flags.ts';
import { type Devtools, startDevtools } from './devtools-pipe.ts';
import type { DevtoolsAnswer } from './devtools-replies.ts';
import type { FoundBrowser } from './find-browser.ts';

export type PagePrint = {
  readonly address: string;
  /** Empty folder for the browser's profile; the caller removes it. */
  readonly profileFolder: string;
  /** Milliseconds after which the browser is stopped. */
  readonly timeoutMs: number;
};

/** A4 as the page's own style says, with its backgrounds and a tagged text layer; no header or footer of the browser's. */
const paper = { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: true };

/** Bytes asked for at a time. */
const pieceSize = 1024 * 1024;

function text(answer: DevtoolsAnswer, key: string): string {
  const value = answer[key];
  assert(typeof value === 'string', `the browser's answer has ${key}`);
  return value;
}

async function readStream(devtools: Devtools, handle: string, session: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = await devtools.send('IO.read', { handle, size: pieceSize }, session);
    pieces.push(Buffer.from(text(piece, 'data'), piece.base64Encoded === true ? 'base64' : 'utf8'));
    if (piece.eof === true) return Buffer.concat(pieces);
  }
}

async function printWith(devtools: Devtools, address: string): Promise<Uint8Array> {
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const session = text(await devtools.send('Target.attachToTarget', { targetId, flatten: true }), 'sessionId');
  await devtools.send('Page.enable', {}, session);
  const loaded = devtools.next('Page.loadEventFired');
  const [{ errorText }] = await Promise.all([devtools.send('Page.navigate', { url: address }, session), loaded]);
  if (typeof errorText === 'string') throw new Error(`the page to print did not load: ${errorText}`);
  const fontsReady = { expression: 'document.fonts.ready.then(() => true)', awaitPromise: true, returnByValue: true };
  await devtools.send('Runtime.evaluate', fontsReady, session);
  const printed = await devtools.send('Page.printToPDF', { ...paper, transferMode: 'ReturnAsStream' }, session);
  return readStream(devtools, text(printed, 'stream'), session);
}

/** Gives the PDF's bytes. Rejects when the browser cannot start, ends early or takes too long; it is always stopped. */
export async function printPage(browser: FoundBrowser, print: PagePrint): Promise<Uint8Array> {
  const flags = headlessFlags(print.profileFolder, { asRoot: runsAsRoot() });
  const devtools = startDevtools(browser.program, flags, { ...process.env, ...browser.env });
  const late = setTimeout(() => void devtools.close(), print.timeoutMs);
  try {
    return await printWith(devtools, print.address);
  } finally {
    clearTimeout(late);
    await devtools.close();
  }
}
