// Takes away files that nothing names any more since a body was erased. The row goes last: what a stop leaves undone is
// found again.

import { ok } from '../../src-shared/base/result.ts';
import { type BlobToClear, blobsToClear, isFileNamed, noteCleared } from '../stores/blob-to-clear-store.ts';
import type { Centre } from '../sync/centre.ts';
import type { BlobFiles } from './blob-files.ts';

const atOnce = 100;

/** Gives how many files went. */
export async function clearBlobs(centre: Centre, files: BlobFiles): Promise<number> {
  let cleared = 0;
  for (;;) {
    const page = await blobsToClear(centre.database.reading, atOnce);
    for (const blob of page) {
      const done = await clear(centre, files, blob);
      if (done === 'failed') return cleared;
      if (done === 'cleared') cleared += 1;
    }
    if (page.length < atOnce) return cleared;
  }
}

async function clear(
  { database }: Centre,
  files: BlobFiles,
  { scope, hash }: BlobToClear,
): Promise<'cleared' | 'named' | 'failed'> {
  const named = await database.write(scope, async (writing) => ok(await isFileNamed(writing, hash)));
  if (!named.ok) return 'failed';
  if (!named.value) await files.remove(scope, hash);
  const noted = await database.write(scope, async (writing) => {
    await noteCleared(writing, hash, !named.value);
    return ok(null);
  });
  if (!noted.ok) return 'failed';
  return named.value ? 'named' : 'cleared';
}
