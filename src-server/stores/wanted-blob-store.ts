// Files that a scope lacks of records it sees. A row goes when the file is there, or when the record leaves the scope.

import type { DeviceId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { toDeviceId, toScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, inChunks, rowToHex } from './bytes.ts';

export type NamedBlob = {
  /** Where the change that names it was made. */
  readonly source: ScopeId;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
};

export async function wantBlobs(
  { tables, scope }: Writing<ScopeId>,
  record: RecordId,
  blobs: readonly NamedBlob[],
): Promise<void> {
  const rows = blobs.map(({ source, hash }) => ({ scope, source, hash: hexToRow(hash), record }));
  for (const chunk of inChunks(rows, 4))
    await tables
      .insertInto('blob_wanted')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['scope', 'source', 'hash', 'record']).doNothing())
      .execute();
}

/** The record has left the scope, which sees nothing new of it. */
export async function forgetWantedOf({ tables, scope }: Writing<ScopeId>, record: RecordId): Promise<void> {
  await tables.deleteFrom('blob_wanted').where('scope', '=', scope).where('record', '=', record).execute();
}

export async function forgetWanted({ tables, scope }: Writing<ScopeId>, { source, hash }: NamedBlob): Promise<void> {
  await tables
    .deleteFrom('blob_wanted')
    .where('scope', '=', scope)
    .where('source', '=', source)
    .where('hash', '=', hexToRow(hash))
    .execute();
}

export type ReadyBlob = NamedBlob & { readonly scope: ScopeId; readonly bytes: number; readonly device: DeviceId };

/** Wanted files that are in the scope they were named in, from after `last`. Looks into all scopes. */
export async function wantedThatAreThere(
  { tables }: Reading,
  last: Pick<ReadyBlob, 'scope' | 'source' | 'hash'> | null,
  limit: number,
): Promise<readonly ReadyBlob[]> {
  const rows = await tables
    .selectFrom('blob_wanted as wanted')
    .innerJoin('blob', (join) => join.onRef('blob.scope', '=', 'wanted.source').onRef('blob.hash', '=', 'wanted.hash'))
    .select(['wanted.scope', 'wanted.source', 'wanted.hash', 'blob.bytes', 'blob.received_from as device'])
    .distinct()
    .where(({ eb, refTuple, tuple }) =>
      last === null
        ? eb.lit(true)
        : eb(
            refTuple('wanted.scope', 'wanted.source', 'wanted.hash'),
            '>',
            tuple(last.scope, last.source, hexToRow(last.hash)),
          ),
    )
    .orderBy('wanted.scope')
    .orderBy('wanted.source')
    .orderBy('wanted.hash')
    .limit(limit)
    .execute();
  return rows.map(({ scope, source, hash, bytes, device }) => ({
    scope: toScopeId(scope),
    source: toScopeId(source),
    hash: rowToHex(hash),
    bytes,
    device: toDeviceId(device),
  }));
}
