// The window over its whole life: opened, brought back after its page fell over, gone.

import { app, type BrowserWindow } from 'electron';
import type { Questions } from './ask-person.ts';
import { createWindow, loadWindow, showWindow, type WindowSetting } from './open-window.ts';
import type { ShellLog } from './shell-log.ts';

export type MainWindow = {
  /** Null before it is opened and after it is closed. */
  readonly current: () => BrowserWindow | null;
  /** Resolves once the page is there. */
  readonly open: () => Promise<BrowserWindow>;
  /** Brings it to the front; nothing when there is none yet. */
  readonly show: () => void;
};

export function createMainWindow(
  setting: WindowSetting,
  log: ShellLog,
  ask: Pick<Questions, 'afterWindowGone'>,
): MainWindow {
  let current: BrowserWindow | null = null;

  async function goOn(window: BrowserWindow, reason: string): Promise<void> {
    log(`the window's page is gone: ${reason}`);
    if (window.isDestroyed()) return;
    if (await ask.afterWindowGone()) await loadWindow(window);
    else app.quit();
  }

  return {
    current: () => current,
    async open() {
      const window = createWindow(setting);
      current = window;
      window.once('closed', () => {
        current = null;
      });
      window.webContents.on('render-process-gone', (_event, { reason }) => {
        if (reason !== 'clean-exit') void goOn(window, reason);
      });
      await loadWindow(window);
      return window;
    },
    show() {
      if (current !== null) showWindow(current);
    },
  };
}
