// Learns what people call the desks whose changes are here, and the keys those changes are checked by.

import { createHash } from 'node:crypto';
import { hexToBytes } from '../../src-shared/base/bytes.ts';
import { ok } from '../../src-shared/base/result.ts';
import { protocolVersion as protocol } from '../../src-shared/sync/format/messages.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { Desk } from '../records/desk.ts';
import { keepDevice, strangers } from '../stores/known-device-store.ts';
import type { Answer } from './centre-calls.ts';
import type { CentreLink } from './centre-link.ts';

/** ms one question may take. */
const patience = 30_000;

/** Asks for those nobody has named yet with a key that fits; gives whether anything was kept. */
export async function learnDevices(desk: Desk, link: CentreLink): Promise<boolean> {
  const devices = strangers(desk.database.reading, desk.device.signer.device, syncLimits.directoryDevices);
  if (devices.length === 0) return false;
  const answer = await link.call(patience, ({ directory }) => directory({ protocol, devices: [...devices] }));
  if (!answer.ok || answer.value.devices.length === 0) return false;
  return keepDevices(desk, answer.value.devices);
}

/** Keeps the names and keys the centre gave; false where the disk refused. */
export function keepDevices(desk: Desk, named: Answer<'directory'>['devices']): boolean {
  const kept = desk.database.write((writing) => {
    for (const { device, name, scope, publicKey } of named) {
      const key = hexToBytes(publicKey);
      keepDevice(writing, { device, name, scope }, isKeyOf(device, key) ? key : null);
    }
    return ok(null);
  });
  if (kept.ok) desk.notify({ type: 'records', ids: [] });
  return kept.ok;
}

/** A desk's id is the beginning of its key's hash: whoever gives another key for it is not believed. */
function isKeyOf(device: string, key: Uint8Array): boolean {
  return createHash('sha256').update(key).digest('hex').startsWith(device);
}
