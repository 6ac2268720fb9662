// What each channel of the bridge does.

import { type BrowserWindow, Notification } from 'electron';
import { limits } from '../../src-shared/contract/inputs.ts';
import type { Notice } from '../../src-shared/contract/shell.ts';
import { openFile, saveFile } from './file-dialogs.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { showWindow } from './open-window.ts';
import type { Printer } from './printing.ts';
import type { QuestionAnswers, TellingAnswers } from './serve-shell.ts';
import type { ShellWords } from './shell-words.ts';

/** Files and paper, through the system's dialogs. */
export function questionAnswers(words: ShellWords, printer: Printer): QuestionAnswers {
  const oneAtATime = createOneAtATime();
  return {
    'shell:save-file': (file, window) => oneAtATime(() => saveFile(window, file, words)),
    'shell:open-file': (wanted, window) => oneAtATime(() => openFile(window, wanted, words, limits.attachmentBytes)),
    'shell:print': (html) => oneAtATime(() => printer.print({ html, pictures: [] })),
  };
}

/**
 * @param connect gives the window a way to the desk service, as soon as there is one
 * @param copied the window copied something
 */
export function tellingAnswers(connect: (window: BrowserWindow) => void, copied: () => void): TellingAnswers {
  return {
    'shell:request-port': (_nothing, window) => connect(window),
    'shell:notify': notify,
    'shell:copied': () => copied(),
  };
}

function notify({ title, body }: Notice, window: BrowserWindow): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', () => showWindow(window));
  notification.show();
}
