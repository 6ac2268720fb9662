// LibreOffice without a window, where it is installed: what it makes of a file the desk wrote.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryDirectory } from './temporary-directory.ts';

const program = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { encoding: 'utf8' }).status === 0,
);

/**
 * The first sheet of a workbook as LibreOffice converts it to CSV (UTF-8, as the cells show), formulas worked out anew.
 * `null` where it is not installed, which it says on the error output.
 */
export function sheetByLibreOffice(workbook: Uint8Array): string | null {
  if (program === undefined) {
    process.stderr.write('LibreOffice is not installed here: nothing was converted by it\n');
    return null;
  }
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'sheet.xlsx'), workbook);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
  const ran = spawnSync(program, [profile, '--headless', '--convert-to', csv, '--outdir', folder, 'sheet.xlsx'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (ran.status !== 0) throw new Error(`LibreOffice ended with ${ran.status}: ${ran.stderr}`);
  return readFileSync(join(folder, 'sheet.csv'), 'utf8');
}
