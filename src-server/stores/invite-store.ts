// Invitations: the hash of a one-time code, what it lets a desk into, and who used it.

import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { isDeviceId, toScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { rowToBytes } from './bytes.ts';

export type Invite = {
  readonly target: ScopeId;
  /** Set where only this device may use it: to come back after it was revoked, or to reach one more scope. */
  readonly forDevice: DeviceId | null;
  readonly note: string;
  readonly expiresAt: number;
  readonly usedBy: DeviceId | null;
};

/** @param codeHash SHA-256 of the code; the code itself is nowhere kept */
export async function insertInvite(
  { tables, scope }: Writing<typeof centreScope>,
  codeHash: Uint8Array,
  { target, forDevice, note, expiresAt }: Omit<Invite, 'usedBy'>,
  at: number,
): Promise<void> {
  await tables
    .insertInto('invite')
    .values({
      scope,
      code: codeHash,
      target,
      for_device: forDevice,
      note,
      created_at: at,
      expires_at: expiresAt,
      used_at: null,
      used_by: null,
    })
    .execute();
}

/** Locked until the transaction ends: of two desks with one code, the second finds it used. */
export async function lockInvite(
  { tables, scope, dialect }: Writing<typeof centreScope>,
  codeHash: Uint8Array,
): Promise<Invite | null> {
  const query = tables
    .selectFrom('invite')
    .select(['target', 'for_device', 'note', 'expires_at', 'used_by'])
    .where('scope', '=', scope)
    .where('code', '=', codeHash);
  const row = await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return null;
  return rowToInvite(row);
}

/** All that have not expired, those that were used among them, since the same desk may ask again. */
export async function invitesGoodAt(
  reading: Reading,
  at: number,
): Promise<readonly (Invite & { readonly hash: Uint8Array })[]> {
  const rows = await reading.tables
    .selectFrom('invite')
    .select(['code', 'target', 'for_device', 'note', 'expires_at', 'used_by'])
    .where('scope', '=', centreScope)
    .where('expires_at', '>=', at)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...rowToInvite(row), hash: rowToBytes(row.code) }));
}

export async function noteInviteUsed(
  { tables, scope }: Writing<typeof centreScope>,
  codeHash: Uint8Array,
  device: DeviceId,
  at: number,
): Promise<void> {
  await tables
    .updateTable('invite')
    .set({ used_at: at, used_by: device })
    .where('scope', '=', scope)
    .where('code', '=', codeHash)
    .execute();
}

type InviteRow = {
  readonly target: string;
  readonly for_device: string | null;
  readonly note: string;
  readonly expires_at: number;
  readonly used_by: string | null;
};

function rowToInvite(row: InviteRow): Invite {
  return {
    target: toScopeId(row.target),
    forDevice: isDeviceId(row.for_device) ? row.for_device : null,
    note: row.note,
    expiresAt: row.expires_at,
    usedBy: isDeviceId(row.used_by) ? row.used_by : null,
  };
}
