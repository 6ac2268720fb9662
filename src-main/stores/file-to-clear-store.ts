// Files whose bytes go because a body went (H33): noted with the erasure, cleared from the other database after it.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

type None = Record<never, never>;
type File = { readonly hash: string };

/** Looks through the contents; only asked when a body that names a file was erased. */
const namedBy = statement<File, { key: number }>('select key from record where instr(content, @hash) > 0 limit 1');
const insertFile = statement<File>('insert into file_to_clear (hash) values (@hash) on conflict do nothing');
const allFiles = statement<None, File>('select hash from file_to_clear');
const dropFile = statement<File>('delete from file_to_clear where hash = @hash');
const dropBlob = statement<File>('delete from blob where hash = unhex(@hash)');
const dropArriving = statement<File>('delete from arriving where hash = unhex(@hash)');

/** Some record still shows the file. */
export function isFileNamed(reading: Reading, hash: string): boolean {
  return reading.first(namedBy, { hash }) !== undefined;
}

export function noteFileToClear(writing: Writing, hash: string): void {
  writing.run(insertFile, { hash });
}

export function filesToClear(reading: Reading): readonly string[] {
  return reading.all(allFiles, {}).map(({ hash }) => hash);
}

export function noteFileCleared(writing: Writing, hash: string): void {
  writing.run(dropFile, { hash });
}

/** In the attachments' database: the bytes, their small picture, and pieces that have arrived. */
export function clearFile(writing: Writing, hash: string): void {
  writing.run(dropBlob, { hash });
  writing.run(dropArriving, { hash });
}
