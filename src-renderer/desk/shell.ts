// What the machine does for the window: save and open a file, print, notify. The same for both shells.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { FileWanted, ShellBridge } from '../../src-shared/contract/shell.ts';
import { DeskProblem } from './desk-problem.ts';
import { forgetCopies } from './forget-copies.ts';
import { printPaper } from './paper.ts';

declare global {
  interface Window {
    readonly shellBridge?: ShellBridge;
  }
}

export type Shell = {
  /** False when the person cancelled (a browser does not tell: then true). */
  readonly saveFile: (file: File) => Promise<boolean>;
  readonly openFile: (wanted: FileWanted) => Promise<File | null>;
  /** Prints a whole page of HTML as the service made it. False when cancelled (a browser does not tell: then true). */
  readonly print: (html: string) => Promise<boolean>;
  readonly notify: (notice: { readonly title: string; readonly body: string }) => void;
  readonly onMachineLock: (listener: () => void) => () => void;
  /** Called on locking: what was copied in the window leaves the clipboard, as far as the shell may. */
  readonly forgetCopied: () => void;
};

/** Milliseconds after which a browser has surely taken the file. */
const releaseAfter = 60_000;

function saveInBrowser(file: File): Promise<boolean> {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), releaseAfter);
  return Promise.resolve(true);
}

function openInBrowser(wanted: FileWanted): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = wanted.endings.map((ending) => `.${ending}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.item(0) ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

const browserShell: Omit<Shell, 'forgetCopied'> = {
  saveFile: saveInBrowser,
  openFile: openInBrowser,
  print: printPaper,
  // A browser would have to ask for leave to notify; the window's own notices are enough there.
  notify: () => undefined,
  onMachineLock: () => () => undefined,
};

/** The value, or the shell's problem thrown as the calls of the desk throw theirs. */
function doneOrThrown<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new DeskProblem(result.problem);
  return result.value;
}

function electronShell(bridge: ShellBridge): Shell {
  return {
    saveFile: async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return doneOrThrown(await bridge.saveFile({ name: file.name, media: file.type, bytes }));
    },
    openFile: async (wanted) => {
      const file = doneOrThrown(await bridge.openFile(wanted));
      return file === null ? null : new File([file.bytes], file.name, { type: file.media });
    },
    print: async (html) => doneOrThrown(await bridge.print(html)),
    notify: bridge.notify,
    onMachineLock: bridge.onMachineLock,
    // The main process clears it, a minute after it was copied.
    forgetCopied: () => undefined,
  };
}

/** The shell this window runs in. */
export function shellOf(target: Window): Shell {
  if (target.shellBridge !== undefined) return electronShell(target.shellBridge);
  const forget = forgetCopies(target);
  return { ...browserShell, forgetCopied: () => void forget() };
}
