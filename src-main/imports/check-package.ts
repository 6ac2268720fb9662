// Looks through the parts of a workbook before anything of it is read: how many, how large when unpacked (counted, not
// believed), and whether it has macros or refers to other files.

import { fromBufferPromise, type ZipFile } from 'yauzl';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { importLimits } from './import-limits.ts';

export type PackageFacts = {
  readonly kind: 'xlsx' | 'xlsb' | 'ods' | 'other';
  readonly hasMacros: boolean;
  readonly hasExternalLinks: boolean;
  /** Bytes of all parts, unpacked. */
  readonly unpacked: number;
};

/** Problems: `import_damaged`, `import_password`, `import_too_many_entries`, `import_zip_bomb`, `import_too_large`. */
export async function checkPackage(bytes: Uint8Array): Promise<Result<PackageFacts, Problem>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { strictFileNames: false });
    if (zip.entryCount > importLimits.entries)
      return err({ code: 'import_too_many_entries', facts: { count: zip.entryCount, limit: importLimits.entries } });
    return await lookThrough(zip, bytes.length);
  } catch {
    // Whatever is wrong inside the archive, it cannot be read.
    return err({ code: 'import_damaged' });
  }
}

async function lookThrough(zip: ZipFile, packed: number): Promise<Result<PackageFacts, Problem>> {
  const names: string[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return err({ code: 'import_password' });
    names.push(entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += Buffer.isBuffer(chunk) ? chunk.length : 0;
      const problem = tooMuch(unpacked, packed);
      if (problem) return err(problem);
    }
  }
  return ok({ ...factsOf(names), unpacked });
}

function tooMuch(unpacked: number, packed: number): Problem | null {
  const ratio = Math.round(unpacked / packed);
  if (unpacked > importLimits.harmlessBytes && ratio > importLimits.ratio)
    return { code: 'import_zip_bomb', facts: { ratio } };
  return unpacked > importLimits.unpackedBytes
    ? { code: 'import_too_large', facts: { megabytes: importLimits.unpackedBytes / 1024 / 1024 } }
    : null;
}

function factsOf(names: readonly string[]): Omit<PackageFacts, 'unpacked'> {
  const has = (test: RegExp) => names.some((name) => test.test(name.toLowerCase()));
  return { kind: kindOf(has), hasMacros: has(/vbaproject\.bin$/), hasExternalLinks: has(/^xl\/externallinks\//) };
}

function kindOf(has: (test: RegExp) => boolean): PackageFacts['kind'] {
  if (has(/^xl\/workbook\.xml$/)) return 'xlsx';
  if (has(/^xl\/workbook\.bin$/)) return 'xlsb';
  return has(/^content\.xml$/) ? 'ods' : 'other';
}
