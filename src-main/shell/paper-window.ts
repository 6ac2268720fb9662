// A hidden page that exists to be printed: loaded at an origin of its own, its faces waited for, gone when the work is done.

import { BrowserWindow, type Session, type WebContents } from 'electron';
import type { Paper, Papers } from './papers.ts';
import { paperPreferences } from './window-preferences.ts';

/** CSS pixels of an A4 sheet, so that what is laid out before printing asks for the right faces. */
const sheet = { width: 794, height: 1123 } as const;

/** Lays the page out, which makes it ask for its faces, and waits for them. */
const facesAreThere = 'document.documentElement.getBoundingClientRect().height, document.fonts.ready.then(() => true)';

function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the page took too long')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function load(contents: WebContents, address: string): Promise<void> {
  await contents.loadURL(address);
  await contents.executeJavaScript(facesAreThere);
}

/**
 * Gives what `work` makes of the loaded page. Rejects when the page does not load in time.
 * @param timeoutMs for loading; `work` takes the time it needs
 */
export async function withPaperWindow<T>(
  { papers, session, timeoutMs }: { readonly papers: Papers; readonly session: Session; readonly timeoutMs: number },
  paper: Paper,
  work: (contents: WebContents) => Promise<T>,
): Promise<T> {
  const { address, remove } = papers.add(paper);
  const window = new BrowserWindow({ ...sheet, show: false, webPreferences: paperPreferences(session) });
  try {
    await within(load(window.webContents, address), timeoutMs);
    return await work(window.webContents);
  } finally {
    window.destroy();
    remove();
  }
}
