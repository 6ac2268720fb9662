// Papers of an enrolment by stick with a fixed key and code, for tests.

import { createSigner, nodeCryptography, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  type Invite,
  writeAnswer,
  writeRequest,
} from '../../src-shared/bundles/enrolment-papers.ts';
import { toDeviceId, toIncarnationId, toScopeId } from '../../src-shared/history/ids.ts';
import { inviteHash } from '../../src-shared/sync/format/enrolment.ts';

const seed = new Uint8Array(32).fill(5);
export const deviceOfPapers = toDeviceId('desk-1');
export const inviteFor = (code: string): Invite => ({
  hash: inviteHash(code, nodeCryptography),
  hashing: nodeCryptography,
});
export const sampleInvite = inviteFor('6TDZ-WQFZ-5K9F-EJ6B');

export const sampleRequest: EnrolmentRequest = {
  type: 'enrolment_request',
  v: 1,
  protocol: 1,
  device: deviceOfPapers,
  incarnation: toIncarnationId('i1'),
  name: '值班室新机',
  publicKey: bytesToHex(publicKeyOf(seed)),
  software: 'case-desk',
  scope: toScopeId('FY01'),
  numbers: [
    { scope: toScopeId('FY01'), kind: 'found_item', year: 2026, count: 100, used: 0, request: 'ab'.repeat(16) },
  ],
  at: 1_000,
};
export const sampleAnswer: EnrolmentAnswer = {
  type: 'enrolment_answer',
  v: 1,
  protocol: 1,
  oldestProtocol: 1,
  centre: toDeviceId('centre-1'),
  centreKey: 'cd'.repeat(32),
  scopes: [{ scope: toScopeId('FY01'), name: '方岩派出所' }],
  at: 2_000,
  request: 'ef'.repeat(32),
  url: '',
};
export const requestPaper = writeRequest(sampleRequest, createSigner(deviceOfPapers, seed), sampleInvite);
export const answerPaper = writeAnswer(sampleAnswer, sampleInvite);
