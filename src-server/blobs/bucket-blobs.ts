// Attachments as objects of an S3-compatible bucket, which all processes of a centre share. An upload is hashed by reading it
// back from the bucket, and copied inside the bucket to its scope and hash only then.

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { assert } from '../../src-shared/base/assert.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { BucketSettings } from '../config.ts';
import { type BlobFiles, codeOf, digestOf, folderOf } from './blob-files.ts';
import { BucketUploads, isMissing, nullWhereMissing, removeOldUploads } from './bucket-uploads.ts';

export function createBucketBlobs(settings: BucketSettings, now: () => number): BlobFiles {
  const { bucket, prefix } = settings;
  const uploads = new BucketUploads(settings);
  const uploadPrefix = `${prefix}uploads/`;
  uploads.deleteExpired = () => removeOldUploads(uploads, { bucket, prefix: uploadPrefix }, now());
  const client = uploads.objects;
  const keyOf = (scope: ScopeId, hash: string) => `${prefix}blobs/${folderOf(scope)}/${hash}`;
  const isThere = async (key: string) =>
    (await client.headObject({ Bucket: bucket, Key: key }).catch(nullWhereMissing)) !== null;
  const read = async (key: string, range: { readonly Range?: string } = {}) => {
    const found = await client.getObject({ Bucket: bucket, Key: key, ...range }).catch(nullWhereMissing);
    return found === null ? null : streamOf(found.Body);
  };
  return {
    uploads,
    uploadPrefix,
    async digest(upload) {
      const stream = await read(upload);
      return stream === null ? null : digestOf(stream);
    },
    async adopt(upload, scope, hash) {
      const key = keyOf(scope, hash);
      const copying = client.copyObject({ Bucket: bucket, Key: key, CopySource: sourceOf(bucket, upload) });
      // Where another request has taken it over meanwhile, there is nothing left to do.
      await copying.catch(async (error: unknown) => {
        if (!isMissing(error) || !(await isThere(key))) throw error;
      });
      await uploads.remove(upload);
    },
    async takeIn(path, scope, hash) {
      const body = createReadStream(path);
      await client.putObject({ Bucket: bucket, Key: keyOf(scope, hash), Body: body });
    },
    async share(hash, from, to) {
      const source = sourceOf(bucket, keyOf(from, hash));
      const copying = client.copyObject({ Bucket: bucket, Key: keyOf(to, hash), CopySource: source });
      return (await copying.catch(nullWhereMissing)) !== null;
    },
    discard: (upload) => uploads.remove(upload),
    async remove(scope, hash) {
      await client.deleteObject({ Bucket: bucket, Key: keyOf(scope, hash) }).catch(nullWhereMissing);
    },
    read: (scope, hash, start, end) => read(keyOf(scope, hash), { Range: `bytes=${start}-${end}` }),
    isReachable: () =>
      client.listObjectsV2({ Bucket: bucket, Prefix: uploadPrefix, MaxKeys: 1 }).then(
        () => true,
        () => false,
      ),
    problemOf(error) {
      if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return { code: 'server_disk_full' };
      // The client marks whatever came of a request to the bucket, an answer or none.
      const isOfBucket = typeof error === 'object' && error !== null && '$metadata' in error;
      return isOfBucket ? { code: 'server_no_blob_store' } : null;
    },
  };
}

function sourceOf(bucket: string, key: string): string {
  return [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
}

function streamOf(body: unknown): Readable {
  assert(body instanceof Readable, 'a bucket answers with a stream under Node');
  return body;
}
