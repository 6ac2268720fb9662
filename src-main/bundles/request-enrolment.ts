// The request with which a PC that has no network asks to enter a centre: its keys, bound to the one-time code. What is
// needed to know the answer again is kept here until it comes.

import { z } from 'zod';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type EnrolmentRequest, requestHash, writeRequest } from '../../src-shared/bundles/enrolment-papers.ts';
import { inviteHash } from '../../src-shared/sync/format/enrolment.ts';
import { protocolVersion } from '../../src-shared/sync/format/messages.ts';
import { hexShape } from '../../src-shared/sync/format/shapes.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { settingNames } from '../records/desk-settings.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import { readEnrolment } from '../sync/enrolment.ts';
import { blockSize, lacking, newRequest } from '../sync/lease-numbers.ts';

const keptShape = z.object({
  /** SHA-256 of the request. */
  request: hexShape(32),
  /** See `inviteHash`; the code itself is not kept. */
  invite: hexShape(32),
  name: z.string(),
  numbers: z.array(z.object({ kind: z.string(), year: z.int(), request: hexShape(16), incarnation: z.string() })),
});
export type KeptRequest = z.infer<typeof keptShape>;

/** The last request; null where there is none. */
export function readKeptRequest(reading: Reading): KeptRequest | null {
  const kept = keptShape.safeParse(readSetting(reading, settingNames.enrolmentRequest));
  return kept.success ? kept.data : null;
}

/** A file for the stick; an earlier request is forgotten. Problem: `enrolment_there` where the desk has a centre. */
export function requestEnrolment(
  desk: Desk,
  person: Person,
  { code, name }: { readonly code: string; readonly name: string },
): Result<File, Problem> {
  const { database, device, tools } = desk;
  if (readEnrolment(database.reading) !== null) return err({ code: 'enrolment_there' });
  const numbers = lacking(desk).map((wanted) => newRequest(desk, wanted));
  const request = toRequest(desk, name, numbers);
  const hash = inviteHash(code, tools.crypto);
  const bytes = writeRequest(request, device.signer, { hash, hashing: tools.crypto });
  const paper = { content: request, bytes: bytes.subarray(0, bytes.indexOf(0x0a)) };
  const kept: KeptRequest = {
    request: requestHash(paper, tools.crypto),
    invite: bytesToHex(hash),
    name,
    numbers: numbers.map(({ kind, year, request: id, incarnation }) => ({ kind, year, request: id, incarnation })),
  };
  return database.write((writing) => {
    writeSetting(writing, settingNames.enrolmentRequest, kept);
    const detail = { request: kept.request };
    appendAudit(writing, { at: tools.now(), account: person.id, action: 'enrolment_requested', record: '', detail });
    return ok(toFile(bytes, device.signer.device));
  });
}

function toRequest({ device, tools }: Desk, name: string, numbers: readonly Wanted[]): EnrolmentRequest {
  const { scope, incarnation } = device.chain.current;
  return {
    type: 'enrolment_request',
    v: 1,
    protocol: protocolVersion,
    device: device.signer.device,
    incarnation,
    name,
    publicKey: bytesToHex(device.publicKey),
    software: 'case-desk',
    scope,
    numbers: numbers.map(({ kind, year, used, request }) => ({ scope, kind, year, used, request, count: blockSize })),
    at: tools.now(),
  };
}

type Wanted = ReturnType<typeof newRequest>;

function toFile(bytes: Uint8Array, device: string): File {
  return new File([new Uint8Array(bytes)], `enrol-${device.slice(0, 8)}.caserequest`, {
    type: 'application/x-ndjson',
  });
}
