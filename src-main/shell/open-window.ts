// The one window: made hidden, shown once it has something to show, kept on a screen, and never closed over work that was
// not saved without asking.

import { BrowserWindow, dialog, type Session, screen } from 'electron';
import type { Places } from './places.ts';
import { windowOrigin } from './scheme.ts';
import type { ShellWords } from './shell-words.ts';
import { boundsOnScreen, smallestWindow } from './window-bounds.ts';
import { readWindowPlace, writeWindowPlace } from './window-place-file.ts';
import { windowPreferences } from './window-preferences.ts';

export type WindowSetting = {
  readonly places: Places;
  readonly session: Session;
  readonly isDevelopment: boolean;
  readonly words: ShellWords;
};

/** Makes the window and starts loading it; events that need the window's page are wired by the caller before it loads. */
export function createWindow({ places, session, isDevelopment, words }: WindowSetting): BrowserWindow {
  const place = readWindowPlace(places.windowPlace);
  const others = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...boundsOnScreen(place, screen.getPrimaryDisplay().workArea, others),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: words.product,
    icon: places.icon,
    show: false,
    autoHideMenuBar: false,
    backgroundColor: '#f4f6f9',
    webPreferences: windowPreferences(places.preload, session, isDevelopment),
  });
  if (place?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeWindowPlace(places.windowPlace, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  window.webContents.on('will-prevent-unload', (event) => {
    if (closesAnyway(window, words)) event.preventDefault();
  });
  return window;
}

/** Asks whether to close over unsaved work. */
function closesAnyway(window: BrowserWindow, words: ShellWords): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: words.product,
    message: words.unsaved,
    detail: words.unsavedDetail,
    buttons: [words.goBack, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}

export function loadWindow(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${windowOrigin}/`);
}

/** Brings the window to the front, from wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
