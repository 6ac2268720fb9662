// The program ends only after the desk service has: windows close first, so that a person who goes back to unsaved work
// still has a desk, then the service finishes its save.

import { app, type BrowserWindow, powerMonitor } from 'electron';

export type Stoppable = { readonly stop: () => Promise<void> };

export function endAfterService(service: Stoppable): void {
  let hasStopped = false;
  app.on('window-all-closed', () => app.quit());
  // The machine is being switched off; on Windows its windows are told instead.
  powerMonitor.on('shutdown', () => app.quit());
  app.on('will-quit', (event) => {
    if (hasStopped) return;
    event.preventDefault();
    void service.stop().then(() => {
      hasStopped = true;
      app.quit();
    });
  });
}

/** Windows ends the session without asking the program to quit: the service is told while there is time. */
export function stopWithSession(window: BrowserWindow, service: Stoppable): void {
  window.on('session-end', () => void service.stop());
}
