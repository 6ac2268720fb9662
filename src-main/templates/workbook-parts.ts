// The parts of a workbook as bytes: taken out of the file and put back, those nobody touches exactly as they were.

import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { checkPackage } from '../imports/check-package.ts';
import { type WhatFile, whatFile } from '../imports/what-file.ts';
import { collectBytes } from '../registers/collect-bytes.ts';

/** By name, in the order of the file. */
export type WorkbookParts = ReadonlyMap<string, Uint8Array>;

/** Bytes; a blank form is small, pictures and all. */
export const largestTemplate = 8 * 1024 * 1024;
/** Bytes of all its parts. */
const largestUnpacked = 64 * 1024 * 1024;

const refusals: Readonly<Record<Exclude<WhatFile, 'zip'>, Problem>> = {
  empty: { code: 'import_empty' },
  password: { code: 'import_password' },
  page: { code: 'import_is_web_page' },
  xls: { code: 'template_not_xlsx' },
  text: { code: 'template_not_xlsx' },
  other: { code: 'template_not_xlsx' },
};

/**
 * Problems: those of `checkPackage`, `template_too_large`, `template_not_xlsx`, `template_macros`, `import_empty`,
 * `import_is_web_page`.
 */
export async function readParts(bytes: Uint8Array): Promise<Result<WorkbookParts, Problem>> {
  if (bytes.length > largestTemplate)
    return err({ code: 'template_too_large', facts: { megabytes: largestTemplate / 1024 / 1024 } });
  const what = whatFile(bytes);
  if (what !== 'zip') return err(refusals[what]);
  const facts = await checkPackage(bytes);
  if (!facts.ok) return facts;
  if (facts.value.unpacked > largestUnpacked)
    return err({ code: 'import_too_large', facts: { megabytes: largestUnpacked / 1024 / 1024 } });
  if (facts.value.kind !== 'xlsx') return err({ code: 'template_not_xlsx' });
  if (facts.value.hasMacros) return err({ code: 'template_macros' });
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, Uint8Array>();
  for await (const entry of zip.eachEntry())
    if (!entry.fileName.endsWith('/'))
      parts.set(entry.fileName, await collectBytes(await zip.openReadStreamPromise(entry)));
  return ok(parts);
}

export function writeParts(parts: WorkbookParts, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [name, bytes] of parts) zip.addBuffer(Buffer.from(bytes), name, { mtime: at });
  zip.end();
  return collectBytes(zip.outputStream);
}
