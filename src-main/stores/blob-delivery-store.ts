// How far each file that a record names is on its way between this desk and the centre. Only the centre's word on size and
// hash makes one `confirmed`.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

export type BlobState =
  /** To be carried: up where the bytes are here, down where they are not. */
  | 'open'
  | 'confirmed'
  /** Neither here nor at the centre so far; asked again after a while. */
  | 'absent'
  | 'refused';
export type NamedFile = { readonly hash: string; readonly size: number; readonly media: string };
export type BlobDelivery = NamedFile & {
  readonly state: BlobState;
  /** Why it was refused. */
  readonly code: string | null;
  /** Where an upload that was cut goes on. */
  readonly uploadUrl: string | null;
};

const columns = 'hash, size, media, state, code, upload_url as uploadUrl';
const nameFile = statement<NamedFile>(
  `insert into blob_delivery (hash, size, media, state) values (@hash, @size, @media, 'open')
   on conflict (hash) do update set state = 'open', retry_at = null where state = 'absent'`,
);
const openBlobs = statement<{ limit: number }, BlobDelivery>(
  `select ${columns} from blob_delivery where state = 'open' order by key desc limit @limit + 0`,
);
const dueBlobs = statement<{ now: number; limit: number }, BlobDelivery>(
  `select ${columns} from blob_delivery where state = 'absent' and retry_at <= @now order by retry_at limit @limit + 0`,
);
const openFiles = statement<Record<never, never>, NamedFile>(
  "select hash, size, media from blob_delivery where state in ('open', 'absent') order by key desc",
);
const oneBlob = statement<{ hash: string }, BlobDelivery>(`select ${columns} from blob_delivery where hash = @hash`);
const setState = statement<{ hash: string; state: BlobState; code: string | null; retryAt: number | null }>(
  `update blob_delivery set state = @state, code = @code, retry_at = @retryAt,
     upload_url = iif(@state = 'open', upload_url, null) where hash = @hash`,
);
const setUploadUrl = statement<{ hash: string; url: string | null }>(
  'update blob_delivery set upload_url = @url where hash = @hash',
);
const dropFile = statement<{ hash: string }>('delete from blob_delivery where hash = @hash');
const allNamed = statement<Record<never, never>, NamedFile & { state: BlobState }>(
  'select hash, size, media, state from blob_delivery order by key',
);
const reopen = statement<Record<never, never>>(
  `update blob_delivery set state = 'open', code = null where state in ('refused', 'confirmed')`,
);

/** Its bytes are cleared because what named it was erased: it is neither sent nor fetched any more. */
export function forgetFile(writing: Writing, hash: string): void {
  writing.run(dropFile, { hash });
}

/** Every file that a record names. */
export function namedFiles(reading: Reading): readonly (NamedFile & { readonly state: BlobState })[] {
  return reading.all(allNamed, {});
}

/** A record names the file; one that is known already is left as it is. */
export function nameBlob(writing: Writing, { hash, size, media }: NamedFile): void {
  writing.run(nameFile, { hash, size, media });
}

/** What may be carried now, the newest first. @param now ms since 1970 */
export function blobsToCarry(reading: Reading, now: number, limit: number): readonly BlobDelivery[] {
  const open = reading.all(openBlobs, { limit });
  return open.length < limit ? [...open, ...reading.all(dueBlobs, { now, limit: limit - open.length })] : open;
}

/** Every file that is not at the centre, or of which nobody knows, the newest first. */
export function undeliveredFiles(reading: Reading): readonly NamedFile[] {
  return reading.all(openFiles, {});
}

export function blobDelivery(reading: Reading, hash: string): BlobDelivery | null {
  return reading.first(oneBlob, { hash }) ?? null;
}

export function setBlobState(
  writing: Writing,
  hash: string,
  state: BlobState,
  { code = null, retryAt = null }: { readonly code?: string | null; readonly retryAt?: number | null } = {},
): void {
  writing.run(setState, { hash, state, code, retryAt });
}

export function keepUploadUrl(writing: Writing, hash: string, url: string | null): void {
  writing.run(setUploadUrl, { hash, url });
}

/** The centre may have lost files: every one is asked about again. */
export function doubtBlobs(writing: Writing): void {
  writing.run(reopen, {});
}
