// Brings files to scopes with which a record was shared. What is wanted is looked up and never remembered: a file may come
// long after its record, a step may be done twice, and what a stop leaves undone is found again.

import { ok } from '../../src-shared/base/result.ts';
import { insertBlob } from '../stores/blob-store.ts';
import { forgetWanted, type ReadyBlob, wantedThatAreThere } from '../stores/wanted-blob-store.ts';
import type { Centre } from '../sync/centre.ts';
import type { BlobFiles } from './blob-files.ts';
import { clearBlobs } from './clear-blobs.ts';

export type BlobBringer = {
  /** Something may be wanted that is there now, or not be wanted by anybody any more. */
  note(): void;
  /** Lets the step under way end. */
  stop(): Promise<void>;
};

const atOnce = 100;
/** ms after which it is looked up again, whoever has shared a record or brought a file meanwhile. */
const lookAgain = 30_000;

export type BringerOptions = {
  readonly centre: Centre;
  readonly files: BlobFiles;
  /** Told each time the work failed: the database or the place of the files is out of reach, or takes nothing away. */
  onFault(work: 'bring_files' | 'clear_files', error: unknown): void;
};

export function createBlobBringer({ centre, files, onFault }: BringerOptions): BlobBringer {
  let isStopped = false;
  let isNoted = false;
  let running: Promise<void> | null = null;
  const run = async () => {
    while (isNoted && !isStopped) {
      isNoted = false;
      // The next look finds the same again.
      await bringBlobs(centre, files).catch((error: unknown) => onFault('bring_files', error));
      await clearBlobs(centre, files).catch((error: unknown) => onFault('clear_files', error));
    }
    running = null;
  };
  const note = () => {
    isNoted = true;
    if (!isStopped) running ??= run();
  };
  const looking = setInterval(note, lookAgain);
  return {
    note,
    async stop() {
      isStopped = true;
      clearInterval(looking);
      await running;
    },
  };
}

/** Gives how many files reached another scope. */
export async function bringBlobs(centre: Centre, files: BlobFiles): Promise<number> {
  let brought = 0;
  let last: ReadyBlob | null = null;
  for (;;) {
    const page: readonly ReadyBlob[] = await wantedThatAreThere(centre.database.reading, last, atOnce);
    for (const blob of page) if (await bring(centre, files, blob)) brought += 1;
    last = page.at(-1) ?? null;
    if (last === null) return brought;
  }
}

/** The file first, then the row that makes it visible. False where its bytes are missing. */
async function bring(centre: Centre, files: BlobFiles, blob: ReadyBlob): Promise<boolean> {
  const { scope, source, hash, bytes, device } = blob;
  if (bytes > 0 && !(await files.share(hash, source, scope))) return false;
  const shown = await centre.database.write(scope, async (writing) => {
    await insertBlob(writing, { hash, bytes }, centre.now(), device);
    await forgetWanted(writing, blob);
    return ok(null);
  });
  return shown.ok;
}
