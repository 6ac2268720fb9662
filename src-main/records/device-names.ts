// What people call each desk: as the centre names it, and a short id until it has.

import { knownDeviceName } from '../stores/known-device-store.ts';
import type { Desk } from './desk.ts';

/** Empty for this desk itself, which the window calls 本机. */
export function deviceName({ database, device }: Desk, id: string): string {
  if (id === device.signer.device) return '';
  return knownDeviceName(database.reading, id) || id.slice(0, 8);
}
