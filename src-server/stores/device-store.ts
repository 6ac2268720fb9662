// The desks that have enrolled: their keys, where they belong, whether they are revoked. A key is never replaced: what a
// device has signed must verify for ever.

import { required } from '../../src-shared/base/assert.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { toDeviceId, toScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { inChunks, rowToBytes } from './bytes.ts';

const deviceStates = ['known', 'revoked'] as const;
export type Device = {
  readonly device: DeviceId;
  readonly home: ScopeId;
  readonly name: string;
  /** Raw Ed25519. */
  readonly publicKey: Uint8Array;
  readonly software: string;
  readonly state: (typeof deviceStates)[number];
  /** Why it was revoked; empty otherwise. */
  readonly reason: string;
  readonly enrolledAt: number;
  /** When it last got a token. */
  readonly seenAt: number;
  /** Scopes it may read and write, its home among them. */
  readonly scopes: ReadonlySet<ScopeId>;
};

const columns = [
  'device',
  'home',
  'name',
  'public_key',
  'software',
  'state',
  'reason',
  'enrolled_at',
  'seen_at',
] as const;

export async function readDevices(reading: Reading, devices: readonly DeviceId[]): Promise<readonly Device[]> {
  const found: Device[] = [];
  for (const chunk of inChunks([...new Set(devices)], 1)) {
    const rows = await reading.tables
      .selectFrom('device')
      .select(columns)
      .where('scope', '=', centreScope)
      .where('device', 'in', chunk)
      .execute();
    found.push(...(await withAccess(reading, rows)));
  }
  return found;
}

export async function readDevice(reading: Reading, device: DeviceId): Promise<Device | null> {
  const [found] = await readDevices(reading, [device]);
  return found ?? null;
}

/** The same in one question, for every request; never in a transaction, whose questions are of one table. */
export async function readCaller(reading: Reading, device: DeviceId): Promise<Device | null> {
  const rows = await reading.tables
    .selectFrom('device')
    .leftJoin('access', (join) =>
      join.onRef('access.scope', '=', 'device.scope').onRef('access.device', '=', 'device.device'),
    )
    .select(columns.map((column) => `device.${column}` as const))
    .select('access.target')
    .where('device.scope', '=', centreScope)
    .where('device.device', '=', device)
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const targets = rows.flatMap(({ target }) => (target === null ? [] : [toScopeId(target)]));
  return rowToDevice(first, targets);
}

/** All of them, by id, from after `after`. */
export async function pageOfDevices(reading: Reading, after: string, limit: number): Promise<readonly Device[]> {
  const rows = await reading.tables
    .selectFrom('device')
    .select(columns)
    .where('scope', '=', centreScope)
    .where('device', '>', after)
    .orderBy('device')
    .limit(limit)
    .execute();
  return withAccess(reading, rows);
}

/** Devices that may write in any of these scopes, by id. */
export async function devicesWithAccess(
  reading: Reading,
  scopes: readonly ScopeId[],
  limit: number,
): Promise<readonly DeviceId[]> {
  if (scopes.length === 0) return [];
  const rows = await reading.tables
    .selectFrom('access')
    .select('device')
    .distinct()
    .where('scope', '=', centreScope)
    .where('target', 'in', scopes)
    .orderBy('device')
    .limit(limit)
    .execute();
  return rows.map(({ device }) => toDeviceId(device));
}

type DeviceRow = {
  readonly device: string;
  readonly home: string;
  readonly name: string;
  readonly public_key: Uint8Array;
  readonly software: string;
  readonly state: string;
  readonly reason: string;
  readonly enrolled_at: number;
  readonly seen_at: number;
};

async function withAccess(reading: Reading, rows: readonly DeviceRow[]): Promise<readonly Device[]> {
  if (rows.length === 0) return [];
  const access = await reading.tables
    .selectFrom('access')
    .select(['device', 'target'])
    .where('scope', '=', centreScope)
    .where(
      'device',
      'in',
      rows.map(({ device }) => device),
    )
    .execute();
  return rows.map((row) => {
    const targets = access.filter(({ device }) => device === row.device).map(({ target }) => toScopeId(target));
    return rowToDevice(row, targets);
  });
}

function rowToDevice(row: DeviceRow, targets: readonly ScopeId[]): Device {
  return {
    device: toDeviceId(row.device),
    home: toScopeId(row.home),
    name: row.name,
    publicKey: rowToBytes(row.public_key),
    software: row.software,
    state: required(
      deviceStates.find((state) => state === row.state),
      `device ${row.device} is in a known state`,
    ),
    reason: row.reason,
    enrolledAt: row.enrolled_at,
    seenAt: row.seen_at,
    scopes: new Set(targets),
  };
}

export type Enrolment = Pick<Device, 'device' | 'home' | 'name' | 'publicKey' | 'software'>;

/** Adds a device, or lets one in again that is known by the same key. */
export async function putDevice(
  { tables, scope }: Writing<typeof centreScope>,
  { device, home, name, publicKey, software }: Enrolment,
  at: number,
): Promise<void> {
  await tables
    .insertInto('device')
    .values({
      scope,
      device,
      home,
      name,
      public_key: publicKey,
      software,
      state: 'known',
      reason: '',
      enrolled_at: at,
      changed_at: at,
      seen_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'device'])
        .doUpdateSet({ name, software, state: 'known', reason: '', changed_at: at, seen_at: at }),
    )
    .execute();
}

export async function giveAccess(
  { tables, scope }: Writing<typeof centreScope>,
  device: DeviceId,
  target: ScopeId,
): Promise<void> {
  await tables
    .insertInto('access')
    .values({ scope, device, target })
    .onConflict((conflict) => conflict.columns(['scope', 'device', 'target']).doNothing())
    .execute();
}

export async function takeAccess(
  { tables, scope }: Writing<typeof centreScope>,
  device: DeviceId,
  target: ScopeId,
): Promise<void> {
  await tables
    .deleteFrom('access')
    .where('scope', '=', scope)
    .where('device', '=', device)
    .where('target', '=', target)
    .execute();
}

/** Gives false where there is no such device. */
export async function revokeDevice(
  { tables, scope }: Writing<typeof centreScope>,
  device: DeviceId,
  reason: string,
  at: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('device')
    .set({ state: 'revoked', reason, changed_at: at })
    .where('scope', '=', scope)
    .where('device', '=', device)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function noteSeen(
  { tables, scope }: Writing<typeof centreScope>,
  device: DeviceId,
  at: number,
): Promise<void> {
  await tables
    .updateTable('device')
    .set({ seen_at: at })
    .where('scope', '=', scope)
    .where('device', '=', device)
    .execute();
}
