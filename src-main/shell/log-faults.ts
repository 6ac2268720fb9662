// A fault of the main process itself is written down before Electron shows it.

import { app, dialog } from 'electron';
import type { ShellLog } from './shell-log.ts';

function traceOf(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}

export function logFaults(log: ShellLog): void {
  process.on('uncaughtExceptionMonitor', (error, origin) => log(`${origin}: ${traceOf(error)}`));
  process.on('unhandledRejection', (reason) => log(`unhandled rejection: ${traceOf(reason)}`));
}

/** For a start that did not succeed: nothing to show it in but a box of the system's. */
export function endAfterFault(log: ShellLog): (reason: unknown) => void {
  return (reason) => {
    log(`the start failed: ${traceOf(reason)}`);
    dialog.showErrorBox('基层案台 · Case Desk', `程序无法启动 · The program cannot start\n\n${traceOf(reason)}`);
    app.exit(1);
  };
}
