// PDF through a browser of this machine, for the shells that have none inside.

import { randomBytes } from 'node:crypto';
import { bundledBrowser, bundledBrowserFolder } from '../print/bundled-browser.ts';
import { findBrowser, thisMachine } from '../print/find-browser.ts';
import { printToPdf } from '../print/print-to-pdf.ts';
import type { MakePdf } from './make-pdf.ts';

const longestPrint = 120_000;

/** Problems: `browser_not_found`, `browser_not_there`, `print_failed`. */
export const browserPdf: MakePdf = async (html, pictures) => {
  const browser = await findBrowser(thisMachine, [() => bundledBrowser(bundledBrowserFolder())]);
  if (!browser.ok) return browser;
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  const picture = (name: string) => byName.get(name) ?? null;
  return printToPdf(browser.value, { html, picture, secret: randomBytes(16).toString('hex'), timeoutMs: longestPrint });
};
