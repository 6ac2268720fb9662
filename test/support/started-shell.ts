// The Electron shell, started for real under Node: `electron.ts` against the stand-in, the built preload and the built
// window in it, the desk service in a process of its own. Ended and cleared away with the test.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, vi } from 'vitest';
import { buildStale } from '../../scripts/launch/build.mjs';
import { assert, required } from '../../src-shared/base/assert.ts';
import type { ShellBridge } from '../../src-shared/contract/shell.ts';
import type { StandInWindow } from './electron-stand-in/browser-window.ts';
import {
  createElectronStandIn,
  type ElectronStandIn,
  type StandInOptions,
} from './electron-stand-in/electron-stand-in.ts';
import type { StandInPage } from './electron-stand-in/page.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Builds what the shell loads; a test that ran against an older build would prove nothing. */
export async function buildShell(): Promise<void> {
  const code = await buildStale(process.execPath, ['preload', 'renderer']);
  assert(code === 0, 'the preload and the window can be built');
}

/** The whole program as it is packed. */
export async function buildProgram(): Promise<void> {
  assert((await buildStale(process.execPath)) === 0, 'the program can be built');
}

export type ShellPlaces = { readonly appData: string; readonly documents: string; readonly desk: string };

export function newShellPlaces(): ShellPlaces {
  const root = temporaryDirectory();
  return { appData: join(root, 'data'), documents: temporaryDirectory(), desk: join(root, 'desk') };
}

/** Looks until it holds; fails with what was waited for. */
export async function until(what: string, holds: () => boolean, patience = 40_000): Promise<void> {
  const end = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await sleep(10);
  }
}

/** Undoes what a program does to its process: its command line, its ears for faults. */
function rememberProcess(): () => void {
  const { argv } = process;
  const monitors = process.listeners('uncaughtExceptionMonitor');
  const rejections = process.listeners('unhandledRejection');
  return () => {
    process.argv = argv;
    for (const listener of process.listeners('uncaughtExceptionMonitor'))
      if (!monitors.includes(listener)) process.off('uncaughtExceptionMonitor', listener);
    for (const listener of process.listeners('unhandledRejection'))
      if (!rejections.includes(listener)) process.off('unhandledRejection', listener);
  };
}

/** Ends it without waiting for the service: whoever wants to see it finish does so in the test. */
async function endShell(electron: ElectronStandIn): Promise<void> {
  for (const window of [...electron.windows]) window.destroy();
  electron.app.quit();
  for (const { child } of electron.services) child.kill('SIGKILL');
  await until('the program ends', () => electron.app.exitCode !== null);
}

export type LoadedShell = { readonly electron: ElectronStandIn; readonly logged: () => string };

export type ShellOptions = Omit<StandInOptions, 'folders'> & {
  /** Runs `out/main/electron.js` instead of the sources. */
  readonly isBuilt?: boolean;
};

const builtProgram = '../../out/main/electron.js';

/** Runs the program's first file and nothing more: Electron is not ready yet. */
export async function loadShell(
  places: ShellPlaces = newShellPlaces(),
  options: ShellOptions = {},
): Promise<LoadedShell> {
  const electron = createElectronStandIn({ ...options, folders: places });
  const restoreProcess = rememberProcess();
  process.argv = ['electron', ...(options.switches ?? []).map((name) => `--${name}`), '.', '--dir', places.desk];
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  onTestFinished(async () => {
    await endShell(electron);
    vi.doUnmock('electron');
    restoreProcess();
  });
  await (options.isBuilt === true ? import(builtProgram) : import('../../src-main/electron.ts'));
  return { electron, logged: () => textOf(logFileOf(electron)) };
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function logFileOf(electron: ElectronStandIn): string {
  return join(required(electron.app.paths.get('userData'), 'the shell names its folder'), 'shell.log');
}

export type StartedShell = LoadedShell & {
  readonly window: StandInWindow;
  readonly page: StandInPage;
  readonly bridge: ShellBridge;
};

/** What the page was given by the preload; that it has the shape of the contract is what the tests below find out. */
export function bridgeOf(page: StandInPage): ShellBridge {
  expect(Object.keys(page.window.exposed)).toEqual(['shellBridge']);
  return page.window.exposed['shellBridge'] as ShellBridge;
}

/** Runs the program until its window is there. */
export async function startShell(
  places: ShellPlaces = newShellPlaces(),
  options: ShellOptions = {},
): Promise<StartedShell> {
  const loaded = await loadShell(places, options);
  loaded.electron.app.becomeReady();
  await until('the window', () => [...loaded.electron.windows].some(({ webContents }) => webContents.page !== null));
  const window = required([...loaded.electron.windows][0], 'one window');
  const page = required(window.webContents.page, 'the window has its page');
  return { ...loaded, window, page, bridge: bridgeOf(page) };
}
