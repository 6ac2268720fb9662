// The upload library's store for buckets, with what it leaves open settled: a bucket that cannot be reached is not taken for
// an upload that is gone, what is remembered has a limit, and nothing outside our prefix is ever touched.

import { type MetadataValue, S3Store } from '@tus/s3-store';
import { ERRORS, type Upload } from '@tus/server';
import type { BucketSettings } from '../config.ts';
import { uploadLifetime } from './blob-files.ts';

/** ms for a connection, and for a connection on which nothing moves. */
const connectionPatience = 5_000;
const socketPatience = 30_000;
/** Uploads whose names at the bucket are remembered, so that they are not asked for with every piece. */
const remembered = 1_000;

export class BucketUploads extends S3Store {
  constructor({ endpoint, region, bucket, accessKey, secretKey, isPathStyle }: BucketSettings) {
    super({
      useTags: false,
      expirationPeriodInMilliseconds: uploadLifetime,
      cache: createLimitedCache<MetadataValue>(remembered),
      s3ClientConfig: {
        bucket,
        endpoint,
        region,
        forcePathStyle: isPathStyle,
        credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
        maxAttempts: 3,
        // Checksums in trailers are Amazon's own; our hash is worked out from what comes back.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        requestHandler: {
          connectionTimeout: connectionPatience,
          socketTimeout: socketPatience,
        },
      },
    });
  }

  /** The same connection for whole files. */
  get objects(): S3Store['client'] {
    return this.client;
  }

  override async getUpload(id: string): Promise<Upload> {
    try {
      await this.getMetadata(id);
    } catch (error) {
      if (isMissing(error)) throw ERRORS.FILE_NOT_FOUND;
      throw error;
    }
    return super.getUpload(id);
  }

  /** One request for each object: removing many at once needs a checksum that not every service knows. */
  override async remove(id: string): Promise<void> {
    const known = await this.getMetadata(id).catch(nullWhereMissing);
    const uploadId = known?.['upload-id'];
    if (uploadId !== undefined)
      await this.client
        .abortMultipartUpload({ Bucket: this.bucket, Key: id, UploadId: uploadId })
        .catch(nullWhereMissing);
    // What names the others goes last: until then all of it is found again.
    for (const Key of [id, this.partKey(id, true), this.infoKey(id)])
      await this.client.deleteObject({ Bucket: this.bucket, Key });
    await this.clearCache(id);
  }
}

/** A bucket may be shared with others, whose objects and uploads are none of our business. @param now ms since 1970 */
export async function removeOldUploads(
  uploads: BucketUploads,
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
  now: number,
): Promise<number> {
  const old = new Set<string>();
  let after: string | undefined;
  do {
    const page = await uploads.objects.listObjectsV2({
      Bucket: bucket,
      Prefix: prefix,
      ...(after === undefined ? {} : { ContinuationToken: after }),
    });
    for (const { Key, LastModified } of page.Contents ?? [])
      if (Key !== undefined && LastModified !== undefined && LastModified.getTime() < now - uploadLifetime)
        old.add(Key.replace(/\.(info|part)$/, ''));
    after = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (after !== undefined);
  for (const id of old) await uploads.remove(id);
  return old.size;
}

const missing = new Set(['NotFound', 'NoSuchKey', 'NoSuchUpload']);

export function isMissing(error: unknown): boolean {
  return error instanceof Error && missing.has(error.name);
}

export function nullWhereMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

function createLimitedCache<Value>(limit: number) {
  const kept = new Map<string, Value>();
  return {
    get: async (key: string) => kept.get(key),
    async set(key: string, value: Value) {
      const [oldest] = kept.keys();
      if (kept.size >= limit && oldest !== undefined) kept.delete(oldest);
      kept.set(key, value);
    },
    delete: async (key: string) => void kept.delete(key),
  };
}
