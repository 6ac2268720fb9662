// Opens the system's browser on the desk, as a window of its own where the browser can.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { quietFlags, runsAsRoot } from '../../print/browser-flags.ts';
import { findBrowser, thisMachine } from '../../print/find-browser.ts';

/** True where a window can be shown at all. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/**
 * The browser's process with a profile of its own beside the desk, so that its end is the end of the window; null where
 * only the system's way of opening an address was left, or none.
 */
export async function openWindow(address: string, directory: string): Promise<ChildProcess | null> {
  const browser = await findBrowser(thisMachine);
  if (browser.ok && browser.value.hasWindow) {
    const profile = `--user-data-dir=${join(directory, 'window')}`;
    const flags = [`--app=${address}`, profile, ...quietFlags({ asRoot: runsAsRoot() })];
    return spawn(browser.value.program, flags, { stdio: 'ignore', env: { ...process.env, ...browser.value.env } });
  }
  const [program, ...args] = systemOpener(address);
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
  return null;
}

function systemOpener(address: string): readonly [string, ...string[]] {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
}
