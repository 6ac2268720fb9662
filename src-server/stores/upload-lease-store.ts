// Which request is continuing each upload. A lease that nobody beats any more may be taken by whoever saw it stand still.

import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';

export type UploadLease = {
  readonly holder: string;
  /** Grows while the holder lives. */
  readonly beat: number;
  /** Somebody waits for it. */
  readonly isWanted: boolean;
};

type Named = { readonly upload: string; readonly holder: string };

export async function readLease(reading: Reading, upload: string): Promise<UploadLease | null> {
  const row = await reading.tables
    .selectFrom('upload_lease')
    .select(['holder', 'beat', 'wanted'])
    .where('scope', '=', centreScope)
    .where('upload', '=', upload)
    .executeTakeFirst();
  return row === undefined ? null : { holder: row.holder, beat: row.beat, isWanted: row.wanted === 1 };
}

/** Takes a lease that nobody holds, or one that stands as it was `seen`; gives false where somebody was faster. */
export async function takeLease(
  { tables, scope }: Writing<typeof centreScope>,
  { upload, holder }: Named,
  seen: UploadLease | null,
): Promise<boolean> {
  if (seen !== null)
    await tables
      .deleteFrom('upload_lease')
      .where('scope', '=', scope)
      .where('upload', '=', upload)
      .where('holder', '=', seen.holder)
      .where('beat', '=', seen.beat)
      .execute();
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('upload_lease')
    .values({ scope, upload, holder, beat: 0, wanted: 0 })
    .onConflict((conflict) => conflict.columns(['scope', 'upload']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function wantLease({ tables, scope }: Writing<typeof centreScope>, upload: string): Promise<void> {
  await tables
    .updateTable('upload_lease')
    .set({ wanted: 1 })
    .where('scope', '=', scope)
    .where('upload', '=', upload)
    .execute();
}

export async function beatLease(
  { tables, scope }: Writing<typeof centreScope>,
  { upload, holder }: Named,
): Promise<'held' | 'wanted' | 'taken'> {
  const row = await tables
    .updateTable('upload_lease')
    .set((set) => ({ beat: set('beat', '+', 1) }))
    .where('scope', '=', scope)
    .where('upload', '=', upload)
    .where('holder', '=', holder)
    .returning('wanted')
    .executeTakeFirst();
  if (row === undefined) return 'taken';
  return row.wanted === 1 ? 'wanted' : 'held';
}

export async function dropLease(
  { tables, scope }: Writing<typeof centreScope>,
  { upload, holder }: Named,
): Promise<void> {
  await tables
    .deleteFrom('upload_lease')
    .where('scope', '=', scope)
    .where('upload', '=', upload)
    .where('holder', '=', holder)
    .execute();
}
