// What a shell (Electron or the browser) does for the window beyond the desk service: files, paper, notices. The window
// has no other way to the machine. Electron's preload exposes the bridge as `window.shellBridge`.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';

/** A file on its way to or from the person's own folders. */
export type ShellFile = { readonly name: string; readonly media: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What to offer in an open dialog: endings without the dot. */
export type FileWanted = { readonly label: string; readonly endings: readonly string[] };

export type Notice = { readonly title: string; readonly body: string };

/** Plain data and functions only, so that it can cross Electron's context bridge. */
export type ShellBridge = {
  /** Asks for a message port to the service; it arrives as the window message `rpc:port` with the port beside it. */
  readonly requestPort: () => void;
  /** False when the person cancelled. */
  readonly saveFile: (file: ShellFile) => Promise<Result<boolean, Problem>>;
  /** Null when the person cancelled. */
  readonly openFile: (wanted: FileWanted) => Promise<Result<ShellFile | null, Problem>>;
  /** Prints one whole page of HTML through the machine's dialog; false when cancelled. */
  readonly print: (html: string) => Promise<Result<boolean, Problem>>;
  readonly notify: (notice: Notice) => void;
  /** Calls back when the machine locks or sleeps; gives the way to stop. */
  readonly onMachineLock: (listener: () => void) => () => void;
};

/** What the preload asks the main process and waits for. */
export type ShellQuestions = {
  readonly 'shell:save-file': { readonly input: ShellFile; readonly answer: Result<boolean, Problem> };
  readonly 'shell:open-file': { readonly input: FileWanted; readonly answer: Result<ShellFile | null, Problem> };
  readonly 'shell:print': { readonly input: string; readonly answer: Result<boolean, Problem> };
};

/** What the preload tells the main process without waiting. */
export type ShellTellings = {
  readonly 'shell:request-port': null;
  readonly 'shell:notify': Notice;
  /** Something was copied in the page; what it was does not travel. */
  readonly 'shell:copied': null;
};

/** What the main process tells the preload. `shell:port` brings a message port. */
export type WindowNews = 'shell:port' | 'shell:machine-lock';

/** Name of the window message that brings a message port. */
export const portMessage = 'rpc:port';

/** Path of the WebSocket in the browser shell. */
export const rpcPath = '/rpc';
