// Where a centre keeps its attachments, as it was told.

import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { BlobFiles } from './blob-files.ts';
import { createBucketBlobs } from './bucket-blobs.ts';
import { createDirectoryBlobs } from './directory-blobs.ts';

export function openBlobFiles({ directory, bucket }: Pick<Config, 'directory' | 'bucket'>): BlobFiles {
  if (bucket !== null) return createBucketBlobs(bucket, () => Date.now());
  return createDirectoryBlobs({ directory: join(directory, 'blobs'), uploads: join(directory, 'uploads') });
}
