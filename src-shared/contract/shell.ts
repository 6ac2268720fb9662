// What a shell (Electron or the browser) does for the window beyond the desk service: files, paper, notices. The window
// has no other way to the machine. Electron's preload exposes the bridge as `window.shellBridge`.

/** A file on its way to or from the person's own folders. */
export type ShellFile = { readonly name: string; readonly media: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What to offer in an open dialog: endings without the dot. */
export type FileWanted = { readonly label: string; readonly endings: readonly string[] };

/** Plain data and functions only, so that it can cross Electron's context bridge. */
export type ShellBridge = {
  /** Asks for a message port to the service; it arrives as the window message `rpc:port` with the port beside it. */
  readonly requestPort: () => void;
  /** False when the person cancelled. */
  readonly saveFile: (file: ShellFile) => Promise<boolean>;
  /** Null when the person cancelled. */
  readonly openFile: (wanted: FileWanted) => Promise<ShellFile | null>;
  /** Prints one whole page of HTML through the machine's dialog; false when cancelled. */
  readonly print: (html: string) => Promise<boolean>;
  readonly notify: (notice: { readonly title: string; readonly body: string }) => void;
  /** Calls back when the machine locks or sleeps. */
  readonly onMachineLock: (listener: () => void) => void;
};

/** Name of the window message that brings a message port. */
export const portMessage = 'rpc:port';

/** Path of the WebSocket in the browser shell. */
export const rpcPath = '/rpc';
