// Turns a printed page into PDF with a headless Chromium that only sees our loopback page; its profile lives in a folder
// that is gone when the call returns.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { FoundBrowser } from './find-browser.ts';
import { printPage } from './print-page.ts';
import { type PrintPicture, servePage } from './print-server.ts';
import { workFolderPrefix } from './work-folder.ts';

export type PdfRequest = {
  readonly html: string;
  readonly picture: (name: string) => PrintPicture | null;
  /** Unguessable name of the page for this one print. */
  readonly secret: string;
  /** Milliseconds after which the browser is stopped. */
  readonly timeoutMs: number;
};

/** Problems: `print_failed` (the browser stopped or took too long), with nothing left behind. */
export async function printToPdf(browser: FoundBrowser, request: PdfRequest): Promise<Result<Uint8Array, Problem>> {
  const folder = await mkdtemp(workFolderPrefix('print'));
  const server = await servePage(request.html, request.secret, request.picture);
  try {
    const profileFolder = join(folder, 'profile');
    await mkdir(profileFolder);
    return ok(await printPage(browser, { address: server.address, profileFolder, timeoutMs: request.timeoutMs }));
  } catch (error) {
    return err({
      code: 'print_failed',
      facts: { exit: error instanceof Error ? error.message.slice(0, 120) : 'unknown' },
    });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
