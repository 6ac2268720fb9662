// How this desk came to know its centre: one code, once, and the centre's key from then on. A desk speaks to one centre;
// what it has for it is never removed with the enrolment.

import { z } from 'zod';
import { createVerify } from '../../src-node/trust/node-cryptography.ts';
import { bytesToHex, hexToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { enrolmentSigningBytes } from '../../src-shared/sync/format/enrolment.ts';
import type { Message } from '../../src-shared/sync/format/messages.ts';
import { oldestProtocol, protocolVersion } from '../../src-shared/sync/format/messages.ts';
import { deviceShape, hexShape } from '../../src-shared/sync/format/shapes.ts';
import type { CentreKey } from '../../src-shared/sync/format/statement.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { settingNames } from '../records/desk-settings.ts';
import { leaseFromNow } from '../records/number-blocks.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import { changeScope, nameScope } from '../stores/sync-scope-store.ts';
import { type CallFailure, called, createCentreClient } from './centre-calls.ts';
import type { CentreAddress } from './centre-fetch.ts';

const settingName = settingNames.enrolment;
const enrolmentShape = z.object({
  /** Empty for a centre that is reached by stick alone. */
  url: z.string(),
  authority: z.string().nullable(),
  centre: deviceShape,
  centreKey: hexShape(32),
  /** As the centre knows this PC. */
  name: z.string(),
  /** ms since 1970. */
  at: z.int(),
});
export type Enrolment = z.infer<typeof enrolmentShape>;

/** Null while the desk has no centre. */
export function readEnrolment(reading: Reading): Enrolment | null {
  const stored = enrolmentShape.safeParse(readSetting(reading, settingName));
  return stored.success ? stored.data : null;
}

export function centreKeyOf({ centre, centreKey }: Enrolment): CentreKey {
  return { centre, publicKey: hexToBytes(centreKey), verify: createVerify() };
}

export type EnrolRequest = CentreAddress & { readonly code: string; readonly name: string };

/** ms one enrolment may take. */
const patience = 30_000;

/**
 * Problems: `sync_code_not_valid`, `sync_unreachable`, `sync_other_scope` when the code is for another unit than this
 * desk's, `sync_other_centre` when the desk has one already, `sync_too_old`.
 */
export async function enrolDesk(
  desk: Desk,
  person: string,
  request: EnrolRequest,
): Promise<Result<Enrolment, Problem>> {
  const url = addressOf(request.url);
  if (url === null) return err({ code: 'sync_bad_address', path: 'url' });
  const address = { url, authority: request.authority };
  const client = createCentreClient(
    address,
    () => null,
    () => patience,
  );
  const answered = await called(client.enrol(enrolMessage(desk, request)));
  if (!answered.ok) return err(problemOf(answered.failure));
  return keepEnrolment(desk, person, { ...address, name: request.name }, answered.value);
}

export type EnrolAnswer = z.infer<Message['enrol']['output']>;

/**
 * From here on this desk has this centre, however its answer came. Problems: `sync_other_scope`, `sync_other_centre`,
 * `sync_too_old`.
 */
export function keepEnrolment(
  desk: Desk,
  person: string,
  place: CentreAddress & { readonly name: string },
  { centre, centreKey, scopes, oldestProtocol: oldest, protocol }: EnrolAnswer,
): Result<Enrolment, Problem> {
  if (oldest > protocolVersion || protocol < oldestProtocol) return err({ code: 'sync_too_old' });
  const before = readEnrolment(desk.database.reading);
  if (before !== null && before.centre !== centre) return err({ code: 'sync_other_centre' });
  const own = desk.device.chain.current.scope;
  if (!scopes.some(({ scope }) => scope === own))
    return err({ code: 'sync_other_scope', facts: { own, given: scopes.map(({ scope }) => scope).join('、') } });
  const enrolment: Enrolment = { ...place, centre, centreKey, at: desk.tools.now() };
  const kept = desk.database.write((writing) => {
    writeSetting(writing, settingName, enrolment);
    leaseFromNow(desk, writing);
    for (const { scope, name } of scopes) {
      nameScope(writing, scope, name);
      changeScope(writing, scope, { granted: true });
    }
    const detail = { centre, url: place.url };
    appendAudit(writing, { at: desk.tools.now(), account: person, action: 'enrolled', record: '', detail });
    return ok(enrolment);
  });
  if (kept.ok) desk.notify({ type: 'delivery' });
  return kept;
}

function enrolMessage({ device }: Desk, { code, name }: EnrolRequest) {
  const id: DeviceId = device.signer.device;
  const publicKey = bytesToHex(device.publicKey);
  const trimmed = code.trim();
  return {
    protocol: protocolVersion,
    code: trimmed,
    device: id,
    incarnation: device.chain.current.incarnation,
    name,
    publicKey,
    proof: bytesToHex(device.signer.sign(enrolmentSigningBytes(trimmed, id, publicKey))),
    software: 'case-desk',
  };
}

/** `http` and `https` only, without what stands after the place; null for anything else. */
export function addressOf(text: string): string | null {
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '') return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

export function problemOf(failure: CallFailure): Problem {
  switch (failure.why) {
    case 'unreachable':
      return { code: 'sync_unreachable' };
    case 'busy':
      return { code: 'sync_busy' };
    default:
      return failure.problem;
  }
}
