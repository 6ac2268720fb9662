// A sheet of paper made by the service, inside a frame of its own: shown as it prints, and printed from there.

import { pageNonce } from './nonce.ts';

/**
 * Prepares a page of the service for `srcdoc`: the frame inherits the window's content security policy, so the page's
 * own styles carry the window's nonce.
 */
export function paperSource(html: string): string {
  const nonce = pageNonce(document);
  return html.replaceAll(/<style(?=[\s>])/g, `<style nonce="${nonce}"`);
}

/** Prints through the browser's own dialog. */
export async function printPaper(html: string): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.className = 'paper-frame-hidden';
  frame.setAttribute('aria-hidden', 'true');
  frame.srcdoc = paperSource(html);
  const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
  document.body.append(frame);
  try {
    await loaded;
    await frame.contentDocument?.fonts.ready;
    frame.contentWindow?.print();
    return true;
  } finally {
    // The dialog of a browser blocks `print()`; afterwards the frame is of no more use.
    setTimeout(() => frame.remove(), 1_000);
  }
}
