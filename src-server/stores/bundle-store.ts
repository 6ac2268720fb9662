// Which bundles came in on sticks and what became of each. Read for people, never to decide anything: what a bundle holds
// is taken in again, and found to be known, however often it comes.

import type { DeviceId } from '../../src-shared/history/ids.ts';
import { isDeviceId, toDeviceId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { hexToRow, rowToHex } from './bytes.ts';

export type BundleOutcome = {
  /** Whose bundle it is, and the number it gave it. */
  readonly device: DeviceId;
  readonly number: number;
  /** SHA-256 of its manifest, hexadecimal: two with one number are two bundles. */
  readonly manifest: string;
  /** ms since 1970 by the desk's clock. */
  readonly madeAt: number;
  /** The desk over whose connection it came; null for one taken in at the centre itself. */
  readonly carrier: DeviceId | null;
  /** Changes that are in the log now, that wait for what they build on, that were refused. */
  readonly received: number;
  readonly waiting: number;
  readonly refused: number;
  /** Attachments that came with it and are here now. */
  readonly blobs: number;
};
export type KeptBundle = BundleOutcome & {
  /** When it came first, and last; ms since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
};

/** Keeps what came of it this time, and when it came first. */
export async function keepBundle(
  { tables, scope }: Writing<typeof centreScope>,
  { device, number, manifest, madeAt, carrier, ...counts }: BundleOutcome,
  at: number,
): Promise<void> {
  const row = { device, number, manifest: hexToRow(manifest), made_at: madeAt };
  await tables
    .insertInto('bundle')
    .values({ scope, ...row, first_at: at, last_at: at, carrier: carrier ?? '', ...counts })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'device', 'number', 'manifest'])
        .doUpdateSet({ last_at: at, carrier: carrier ?? '', ...counts }),
    )
    .execute();
}

/** The latest first. @param device null for those of all desks */
export async function readBundles(
  reading: Reading,
  device: DeviceId | null,
  limit: number,
): Promise<readonly KeptBundle[]> {
  let query = reading.tables
    .selectFrom('bundle')
    .select(['device', 'number', 'manifest', 'made_at', 'first_at', 'last_at', 'carrier'])
    .select(['received', 'waiting', 'refused', 'blobs'])
    .where('scope', '=', centreScope);
  if (device !== null) query = query.where('device', '=', device);
  const rows = await query
    .orderBy('last_at', 'desc')
    .orderBy('device')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ manifest, made_at: madeAt, first_at: firstAt, last_at: lastAt, carrier, ...row }) => ({
    ...row,
    device: toDeviceId(row.device),
    manifest: rowToHex(manifest),
    madeAt,
    firstAt,
    lastAt,
    carrier: isDeviceId(carrier) ? carrier : null,
  }));
}
