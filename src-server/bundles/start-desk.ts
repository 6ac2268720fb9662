// Lets a PC in that has no network: its request is held against the codes that are good now, and a bundle is written with
// which it is enrolled, filled and usable. The same request again gets the same enrolment and a newer bundle.

import type { BundleWork } from '../../src-node/bundles/work.ts';
import { required } from '../../src-shared/base/assert.ts';
import { hexToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import {
  type EnrolmentRequest,
  isBoundTo,
  type RequestPaper,
  readRequest,
  requestHash,
  writeAnswer as writeEnrolment,
} from '../../src-shared/bundles/enrolment-papers.ts';
import { oldestProtocol } from '../../src-shared/sync/format/messages.ts';
import { letInBy } from '../accounts/enrol.ts';
import { type Device, readDevice } from '../stores/device-store.ts';
import { type Invite, invitesGoodAt } from '../stores/invite-store.ts';
import type { Centre } from '../sync/centre.ts';
import { type AnswerTarget, type WrittenAnswer, writeStart } from './write-answer.ts';

export type StartedDesk = { readonly device: Device; readonly answer: WrittenAnswer };

/**
 * @param url where the centre is reached if there is a network one day; empty where nobody knows
 * Problems: `enrolment_request_…`, `sync_other_scope`, `sync_too_old`, `server_device_taken`, those of the medium.
 */
export async function startDesk(
  centre: Centre,
  request: Uint8Array,
  url: string,
  target: AnswerTarget,
  work: BundleWork,
): Promise<Result<StartedDesk, Problem>> {
  const paper = readRequest(request, centre.verify, centre.crypto);
  if (!paper.ok) return paper;
  const { content } = paper.value;
  const invite = await inviteOf(centre, paper.value);
  if (invite === null) return err({ code: 'enrolment_request_no_code' });
  const problem = whyNot(content, invite);
  if (problem !== null) return err(problem);
  const newcomer = { ...content, publicKey: hexToBytes(content.publicKey) };
  const enrolled = await letInBy(centre, invite.hash, newcomer);
  if (!enrolled.ok) return enrolled;
  const enrolment = writeEnrolment(
    {
      type: 'enrolment_answer',
      v: 1,
      ...enrolled.value,
      request: requestHash(paper.value, centre.crypto),
      url,
    },
    { hash: invite.hash, hashing: centre.crypto },
  );
  const device = required(await readDevice(centre.database.reading, content.device), 'it was let in just now');
  const answer = await writeStart(centre, { device, enrolment, numbers: content.numbers }, target, work);
  return answer.ok ? ok({ device, answer: answer.value }) : answer;
}

type Found = Invite & { readonly hash: Uint8Array };

/** The code that the request was made with: the centre knows none, only hashes, and tries those that are good now. */
async function inviteOf({ database, crypto, now }: Centre, paper: RequestPaper): Promise<Found | null> {
  const good = await invitesGoodAt(database.reading, now());
  return good.find(({ hash }) => isBoundTo('request', paper, { hash, hashing: crypto })) ?? null;
}

/** Found out before the code is used up. */
function whyNot({ protocol, scope }: EnrolmentRequest, invite: Found): Problem | null {
  if (protocol < oldestProtocol) return { code: 'sync_too_old', facts: { version: protocol, lowest: oldestProtocol } };
  return invite.target === scope ? null : { code: 'sync_other_scope', facts: { own: scope, given: invite.target } };
}
