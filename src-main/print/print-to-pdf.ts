// Turns a printed page into PDF with a headless Chromium that only sees our loopback page; its profile and the file it
// writes live in a folder that is gone when the call returns.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { headlessFlags, runsAsRoot } from './browser-flags.ts';
import type { FoundBrowser } from './find-browser.ts';
import { type PrintPicture, servePage } from './print-server.ts';

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
  const folder = await mkdtemp(join(tmpdir(), 'case-desk-print-'));
  const server = await servePage(request.html, request.secret, request.picture);
  try {
    const file = join(folder, 'out.pdf');
    const exit = await runBrowser(browser, [...headlessFlags(join(folder, 'profile'), { asRoot: runsAsRoot() }), ...pdfFlags(file), server.address], request.timeoutMs);
    if (exit !== 0) return err({ code: 'print_failed', facts: { exit: String(exit) } });
    return ok(await readFile(file));
  } catch (error) {
    return err({ code: 'print_failed', facts: { exit: error instanceof Error ? error.message.slice(0, 120) : 'unknown' } });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function pdfFlags(file: string): readonly string[] {
  return ['--no-pdf-header-footer', '--virtual-time-budget=20000', `--print-to-pdf=${file}`];
}

/** Exit code of the browser, or the reason it has none. */
function runBrowser(browser: FoundBrowser, flags: readonly string[], timeoutMs: number): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(browser.program, flags, { env: { ...process.env, ...browser.env }, stdio: 'ignore', timeout: timeoutMs, killSignal: 'SIGKILL' });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
}
