// Which device this is: its signing key in the encrypted database, and the incarnation of its chain. A database that was
// copied or restored is noticed by where it lies, and begins a new incarnation before it writes anything.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createSigner, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { spendKey } from '../../src-node/trust/spend-key.ts';
import { bytesToHex, hexToBytes } from '../../src-shared/base/bytes.ts';
import { chainStart } from '../../src-shared/history/chain-tip.ts';
import type { Cryptography } from '../../src-shared/history/cryptography.ts';
import { toDeviceId, toIncarnationId, toScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import type { Desk, DeskTools, DeviceIdentity } from './desk.ts';
import { settingNames } from './desk-settings.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const deviceSetting = z.object({ seed: hex32, scope: z.string() });
const incarnationSetting = z.object({ id: z.string(), marker: z.string() });

/** Makes the device of a new desk; `unitCode` names its scope where it can stand in an id. */
export function createDevice(writing: Writing, unitCode: string, crypto: Cryptography): void {
  const seed = crypto.randomBytes(32);
  const device = { seed: bytesToHex(seed), scope: scopeOf(unitCode) };
  writeSetting(writing, settingNames.device, device);
}

/** The secret that everything this desk signs and opens is made from. */
export function readDeviceSeed(reading: Reading): Uint8Array {
  return hexToBytes(deviceSetting.parse(readSetting(reading, settingNames.device)).seed);
}

export type DevicePlace = {
  /** Where the database lies now. */
  readonly marker: string;
  /** It was put back from a copy, so that what it wrote after that copy is not in it. */
  readonly isRestored: boolean;
};

export function readDevice(writing: Writing, place: DevicePlace, tools: DeskTools): DeviceIdentity {
  return identity(writing, currentIncarnation(writing, place, tools));
}

/** The device as the database names it, to look and not to write. */
export function deviceAsStored(reading: Reading): DeviceIdentity {
  return identity(reading, incarnationSetting.parse(readSetting(reading, settingNames.incarnation)).id);
}

function identity(reading: Reading, id: string): DeviceIdentity {
  const { seed, scope } = deviceSetting.parse(readSetting(reading, settingNames.device));
  return spendKey(hexToBytes(seed), (bytes) => {
    const publicKey = publicKeyOf(bytes);
    const device = toDeviceId(createHash('sha256').update(publicKey).digest('hex').slice(0, 32));
    const incarnation = toIncarnationId(id);
    const start = chainStart(toScopeId(scope), device, incarnation);
    return { signer: createSigner(device, bytes), publicKey, chain: { current: start } };
  });
}

function currentIncarnation(writing: Writing, { marker, isRestored }: DevicePlace, tools: DeskTools): string {
  const known = incarnationSetting.safeParse(readSetting(writing, settingNames.incarnation));
  if (known.success && known.data.marker === marker && !isRestored) return known.data.id;
  return newIncarnation(writing, { before: known.data?.id ?? null, marker }, tools);
}

/** A twin of this desk has gone on with its chain (S36): from now on this one writes another. Both branches stay. */
export function beginIncarnation(desk: Desk, writing: Writing): void {
  const known = incarnationSetting.parse(readSetting(writing, settingNames.incarnation));
  const id = newIncarnation(writing, { before: known.id, marker: known.marker }, desk.tools);
  const { scope, device } = desk.device.chain.current;
  desk.device.chain.current = chainStart(scope, device, toIncarnationId(id));
}

function newIncarnation(
  writing: Writing,
  { before, marker }: { readonly before: string | null; readonly marker: string },
  tools: DeskTools,
): string {
  const id = bytesToHex(tools.crypto.randomBytes(8));
  writeSetting(writing, settingNames.incarnation, { id, marker });
  if (before !== null) {
    const detail = { before, now: id };
    appendAudit(writing, { at: tools.now(), account: 'system', action: 'incarnation_began', record: '', detail });
  }
  return id;
}

function scopeOf(unitCode: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(unitCode)) return unitCode;
  return `unit-${createHash('sha256').update(unitCode).digest('hex').slice(0, 32)}`;
}
