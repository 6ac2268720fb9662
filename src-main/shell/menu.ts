// The menu: editing, size, paper, about. Everything else is in the window itself.

import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from './shell-words.ts';

export type MenuSetting = {
  readonly words: ShellWords;
  readonly isDevelopment: boolean;
  readonly printWindow: () => void;
};

function deskMenu({ words, printWindow }: MenuSetting): MenuItemConstructorOptions {
  return {
    label: words.desk,
    submenu: [
      // A page that shows a paper prints that itself: it is asked for the key before the menu is.
      { label: words.printWindow, accelerator: 'CommandOrControl+P', click: printWindow },
      { type: 'separator' },
      { role: 'about', label: words.about },
      { role: 'quit', label: words.quit },
    ],
  };
}

function editMenu({ words }: MenuSetting): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      { type: 'separator' },
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
}

function viewMenu({ words, isDevelopment }: MenuSetting): MenuItemConstructorOptions {
  const tools: MenuItemConstructorOptions[] = isDevelopment
    ? [{ role: 'toggleDevTools', label: words.developerTools }]
    : [];
  return {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...tools,
    ],
  };
}

/** On a Mac the first menu carries the program's name, whatever its label. */
export function menuTemplate(setting: MenuSetting): MenuItemConstructorOptions[] {
  return [deskMenu(setting), editMenu(setting), viewMenu(setting)];
}

export type MenuOwner = Pick<MenuSetting, 'words' | 'isDevelopment'> & { readonly window: () => BrowserWindow | null };

export function setMenu({ words, isDevelopment, window }: MenuOwner): void {
  const printWindow = () => window()?.webContents.print({ printBackground: true });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ words, isDevelopment, printWindow })));
  app.setAboutPanelOptions({
    applicationName: words.product,
    applicationVersion: app.getVersion(),
    credits: words.offline,
  });
}
