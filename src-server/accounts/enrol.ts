// A desk comes in: one code, one key that it proves to hold. The same request again gets the same answer, since the first
// answer may have been lost.

import type { z } from 'zod';
import { bytesToHex, hexToBytes, sameBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { enrolmentSigningBytes, inviteHash } from '../../src-shared/sync/format/enrolment.ts';
import type { Message } from '../../src-shared/sync/format/messages.ts';
import { oldestProtocol, protocolVersion } from '../../src-shared/sync/format/messages.ts';
import type { Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { giveAccess, putDevice, readDevice } from '../stores/device-store.ts';
import type { Invite } from '../stores/invite-store.ts';
import { lockInvite, noteInviteUsed } from '../stores/invite-store.ts';
import { readScope } from '../stores/scope-store.ts';
import type { Centre } from '../sync/centre.ts';

type Request = z.infer<Message['enrol']['input']>;
type Answer = z.infer<Message['enrol']['output']>;

export async function enrol(centre: Centre, request: Request): Promise<Result<Answer, Problem>> {
  const { crypto, verify } = centre;
  const publicKey = hexToBytes(request.publicKey);
  const signed = enrolmentSigningBytes(request.code, request.device, request.publicKey);
  if (!verify(publicKey, signed, hexToBytes(request.proof))) return err({ code: 'server_bad_proof' });
  return letInBy(centre, inviteHash(request.code, crypto), { ...request, publicKey });
}

/** @param newcomer has proved that it holds its key, and that it was made for this very code */
export async function letInBy(centre: Centre, hash: Uint8Array, newcomer: Newcomer): Promise<Result<Answer, Problem>> {
  const { database, now } = centre;
  const at = now();
  const enrolled = await database.write(centreScope, async (writing) => {
    const invite = await lockInvite(writing, hash);
    const problem = await whyNot(writing, invite, newcomer, at);
    if (invite === null || problem !== null) return err(problem ?? { code: 'sync_code_not_valid' });
    if (invite.usedBy === null) await letIn(writing, invite, newcomer, at);
    if (invite.usedBy === null) await noteInviteUsed(writing, hash, newcomer.device, at);
    return ok(await readDevice(writing, newcomer.device));
  });
  if (!enrolled.ok) return enrolled;
  const scopes: Answer['scopes'] = [];
  for (const scope of [...(enrolled.value?.scopes ?? [])].toSorted()) {
    const found = await readScope(database.reading, scope);
    if (found !== null) scopes.push({ scope, name: found.name });
  }
  return ok({
    protocol: protocolVersion,
    oldestProtocol,
    centre: centre.centre,
    centreKey: bytesToHex(centre.publicKey),
    scopes,
    at,
  });
}

export type Newcomer = Pick<Request, 'device' | 'name' | 'software'> & { readonly publicKey: Uint8Array };

/** Null where the desk may come in. A wrong, a used and an expired code are told apart by nobody outside. */
async function whyNot(
  writing: Writing<typeof centreScope>,
  invite: Invite | null,
  { device, publicKey }: Newcomer,
  at: number,
): Promise<Problem | null> {
  if (invite === null || invite.expiresAt < at) return { code: 'sync_code_not_valid' };
  const known = await readDevice(writing, device);
  const isSameKey = known !== null && sameBytes(known.publicKey, publicKey);
  if (invite.usedBy !== null) {
    const isSameRequest = invite.usedBy === device && isSameKey && known.state === 'known';
    return isSameRequest ? null : { code: 'sync_code_not_valid' };
  }
  if (invite.forDevice !== null && invite.forDevice !== device) return { code: 'server_wrong_device' };
  if (known === null) return null;
  if (!isSameKey) return { code: 'server_device_taken', facts: { device } };
  // A revoked desk comes back only by a code that names it.
  return known.state === 'revoked' && invite.forDevice !== device ? { code: 'sync_code_not_valid' } : null;
}

async function letIn(
  writing: Writing<typeof centreScope>,
  { target }: Invite,
  { device, name, publicKey, software }: Newcomer,
  at: number,
): Promise<void> {
  await putDevice(writing, { device, home: target, name, publicKey, software }, at);
  await giveAccess(writing, device, target);
}
