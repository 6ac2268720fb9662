// Who a request is from: its token, and the device as it stands at this moment.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Device } from '../stores/device-store.ts';
import { readCaller } from '../stores/device-store.ts';
import type { Centre } from '../sync/centre.ts';
import { readToken } from './token.ts';

/** Looked up every time, so that a revocation holds at once. @param authorization the header as it came */
export async function authenticate(centre: Centre, authorization: string | null): Promise<Result<Device, Problem>> {
  const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return err({ code: 'sync_not_enrolled' });
  const id = await readToken(centre, token);
  if (!id.ok) return id;
  const device = await readCaller(centre.database.reading, id.value);
  if (device === null) return err({ code: 'sync_not_enrolled' });
  return device.state === 'revoked'
    ? err({ code: 'sync_device_revoked', facts: { device: device.device } })
    : ok(device);
}
