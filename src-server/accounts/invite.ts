// Invites a desk into a scope. The code is shown once; the centre keeps only its hash.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { inviteHash } from '../../src-shared/sync/format/enrolment.ts';
import { centreScope } from '../database/tables.ts';
import { readDevice } from '../stores/device-store.ts';
import { insertInvite } from '../stores/invite-store.ts';
import { readScope } from '../stores/scope-store.ts';
import type { Centre } from '../sync/centre.ts';
import { codeBytes, codeFromBytes } from './invite-code.ts';

export type InviteRequest = {
  readonly scope: ScopeId;
  /** Only this device may use it: one that was revoked, or that is to reach one more scope. */
  readonly forDevice: DeviceId | null;
  readonly note: string;
  /** ms. */
  readonly lifetime: number;
};
export type Invitation = { readonly code: string; readonly expiresAt: number };

export async function invite(centre: Centre, request: InviteRequest): Promise<Result<Invitation, Problem>> {
  const { database, crypto, now } = centre;
  const { scope, forDevice, note, lifetime } = request;
  if ((await readScope(database.reading, scope)) === null)
    return err({ code: 'server_unknown_scope', facts: { scope } });
  if (forDevice !== null && (await readDevice(database.reading, forDevice)) === null)
    return err({ code: 'server_unknown_device', facts: { device: forDevice } });
  const code = codeFromBytes(crypto.randomBytes(codeBytes));
  const at = now();
  const expiresAt = at + lifetime;
  return database.write(centreScope, async (writing) => {
    await insertInvite(writing, inviteHash(code, crypto), { target: scope, forDevice, note, expiresAt }, at);
    return ok({ code, expiresAt });
  });
}
