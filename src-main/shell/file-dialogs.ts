// Saving and opening files: the person picks the place in the system's own dialog, the window never learns of paths.

import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { FileWanted, ShellFile } from '../../src-shared/contract/shell.ts';
import { readChosenFile } from './read-chosen-file.ts';
import { safeFileName } from './safe-file-name.ts';
import type { ShellWords } from './shell-words.ts';
import { writeChosenFile } from './write-chosen-file.ts';

/** Some Linux machines have no folder for documents, for which Electron throws. */
function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return app.getPath('home');
  }
}

/** False when the person cancelled. */
export async function saveFile(
  window: BrowserWindow,
  file: ShellFile,
  words: ShellWords,
): Promise<Result<boolean, Problem>> {
  const name = safeFileName(file.name, words.product);
  const ending = extname(name).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.save,
    defaultPath: join(documentsFolder(), name),
    filters: ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return canceled || filePath === '' ? ok(false) : writeChosenFile(filePath, file.bytes);
}

/**
 * Null when the person cancelled.
 * @param limit bytes
 */
export async function openFile(
  window: BrowserWindow,
  wanted: FileWanted,
  words: ShellWords,
  limit: number,
): Promise<Result<ShellFile | null, Problem>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.open,
    filters: wanted.endings.length === 0 ? [] : [{ name: wanted.label, extensions: [...wanted.endings] }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  return canceled || path === undefined ? ok(null) : readChosenFile(path, limit);
}
