// Adds stations and communities, and lets people at the centre take a device out.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { chainStart } from '../../src-shared/sync/format/scope-chain.ts';
import { centreScope } from '../database/tables.ts';
import { revokeDevice } from '../stores/device-store.ts';
import { startLog } from '../stores/scope-log.ts';
import type { Scope } from '../stores/scope-store.ts';
import { insertScope, readScope } from '../stores/scope-store.ts';
import type { Centre } from '../sync/centre.ts';

export async function addScope(centre: Centre, { scope, parent, name }: Scope): Promise<Result<null, Problem>> {
  const { database, crypto, now } = centre;
  if (parent !== null && (await readScope(database.reading, parent)) === null)
    return err({ code: 'server_unknown_scope', facts: { scope: parent } });
  return database.write(scope, async (writing) => {
    if (!(await insertScope(writing, { parent, name }, now())))
      return err({ code: 'server_scope_exists', facts: { scope } });
    await startLog(writing, chainStart(scope, crypto));
    return ok(null);
  });
}

/** Nothing the device has delivered goes away; from its next request on it is refused. */
export async function revoke(centre: Centre, device: DeviceId, reason: string): Promise<Result<null, Problem>> {
  return centre.database.write(centreScope, async (writing) => {
    const isKnown = await revokeDevice(writing, device, reason, centre.now());
    return isKnown ? ok(null) : err({ code: 'server_unknown_device', facts: { device } });
  });
}
