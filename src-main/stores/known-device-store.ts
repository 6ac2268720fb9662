// Other desks as the centre names them, and the keys their changes are checked by. A device's id is made from its key, so
// a key is believed when it fits and not because the centre says so.

import type { DeviceId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

export type KnownDevice = { readonly device: string; readonly name: string; readonly scope: string };

const putDevice = statement<KnownDevice & { publicKey: Uint8Array | null }>(
  `insert into known_device (device, name, scope, public_key) values (@device, @name, @scope, @publicKey)
   on conflict (device) do update set name = excluded.name, scope = excluded.scope,
     public_key = coalesce(excluded.public_key, public_key)`,
);
const unnamed = statement<{ own: string; limit: number }, { device: DeviceId }>(
  `select distinct device from chain
   where device <> @own and device not in (select device from known_device where public_key is not null)
   order by device limit @limit + 0`,
);
const nameOf = statement<{ device: string }, { name: string }>('select name from known_device where device = @device');
const keyOf = statement<{ device: string }, { publicKey: Uint8Array | null }>(
  'select public_key as publicKey from known_device where device = @device',
);

export function keepDevice(writing: Writing, device: KnownDevice, publicKey: Uint8Array | null): void {
  writing.run(putDevice, { ...device, publicKey });
}

/** Other devices of which there are changes here and which nobody has named yet with a key that fits. */
export function strangers(reading: Reading, own: string, limit: number): readonly DeviceId[] {
  return reading.all(unnamed, { own, limit }).map(({ device }) => device);
}

/** Null where the centre has not named it yet. */
export function knownDeviceName(reading: Reading, device: string): string | null {
  return reading.first(nameOf, { device })?.name ?? null;
}

export function knownDeviceKey(reading: Reading, device: string): Uint8Array | null {
  return reading.first(keyOf, { device })?.publicKey ?? null;
}
