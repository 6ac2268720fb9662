// Gives the window a message port whose other end the desk service holds; the main process keeps neither.

import { type BrowserWindow, MessageChannelMain } from 'electron';
import type { WindowNews } from '../../src-shared/contract/shell.ts';
import type { ServiceHost } from './service-host.ts';

const portNews: WindowNews = 'shell:port';

/** At once, or when the service is ready; never to a window that has gone meanwhile. */
export function connectWindow(window: BrowserWindow, host: ServiceHost): void {
  host.whenReady((give) => {
    if (window.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    give(port1);
    window.webContents.postMessage(portNews, null, [port2]);
  });
}
