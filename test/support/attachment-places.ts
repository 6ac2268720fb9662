// The places where a centre may keep attachments, for tests that hold on each of them.

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBucket } from './bucket.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export type AttachmentPlace = {
  /** Settings of a centre with a data directory of its own that keeps attachments here. */
  readonly settings: Readonly<Record<string, string>>;
  /** What lies there of uploads that are not finished. */
  unfinished(): readonly string[];
  /** All bytes of an upload are there and nobody has looked at them yet, as after a crash. */
  completeBehind(upload: string, bytes: Uint8Array): void;
};

function inDirectory(): AttachmentPlace {
  const data = join(temporaryDirectory(), 'centre');
  const uploads = join(data, 'uploads');
  return {
    settings: { CASE_DESK_DATA: data },
    unfinished: () => (existsSync(uploads) ? readdirSync(uploads) : []),
    completeBehind: (upload, bytes) => writeFileSync(join(uploads, upload), bytes),
  };
}

async function inBucket(): Promise<AttachmentPlace> {
  const bucket = await startBucket();
  return {
    settings: { CASE_DESK_DATA: join(temporaryDirectory(), 'centre'), ...bucket.settings },
    unfinished: () => bucket.contents().filter((name) => !name.startsWith('centre/one/blobs/')),
    completeBehind(upload, bytes) {
      rmSync(bucket.partsFolder, { recursive: true });
      writeFileSync(bucket.pathOf(`centre/one/uploads/${upload}`), bytes);
    },
  };
}

export const attachmentPlaces = [
  ['a directory', async () => inDirectory()],
  ['a bucket', inBucket],
] as const;
