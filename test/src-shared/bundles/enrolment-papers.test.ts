// Entering a centre by stick: a request and an answer that only those who know the code can make.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSigner,
  createVerify,
  nodeCryptography,
  publicKeyOf,
} from '../../../src-server/trust/node-cryptography.ts';
import { bytesToHex, bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import { err } from '../../../src-shared/base/result.ts';
import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  type Invite,
  isBoundTo,
  readAnswer,
  readRequest,
  requestHash,
  writeAnswer,
  writeRequest,
} from '../../../src-shared/bundles/enrolment-papers.ts';
import { toDeviceId, toIncarnationId, toScopeId } from '../../../src-shared/history/ids.ts';
import { inviteHash } from '../../../src-shared/sync/format/enrolment.ts';
import { okValue } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';

const seed = new Uint8Array(32).fill(5);
const device = toDeviceId('desk-1');
const verify = createVerify();
const inviteFor = (code: string): Invite => ({ hash: inviteHash(code, nodeCryptography), hashing: nodeCryptography });
const invite = inviteFor('6TDZ-WQFZ-5K9F-EJ6B');

const request: EnrolmentRequest = {
  type: 'enrolment_request',
  v: 1,
  protocol: 1,
  device,
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
const answer: EnrolmentAnswer = {
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
const written = () => writeRequest(request, createSigner(device, seed), invite);

describe('a request to enter a centre', () => {
  it('[U22] comes back as it was written, and is bound to its code however that was typed', () => {
    const paper = okValue(readRequest(written(), verify, nodeCryptography));
    expect(paper.content).toEqual(request);
    expect(isBoundTo('request', paper, invite)).toBe(true);
    expect(isBoundTo('request', paper, inviteFor(' 6tdz wqfz-5k9f ej6b'))).toBe(true);
    expect(isBoundTo('request', paper, inviteFor('6TDZ-WQFZ-5K9F-EJ6C'))).toBe(false);
    expect(requestHash(paper, nodeCryptography)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('[U22] says nowhere what the code is, nor the hash the centre keeps of it', () => {
    const text = bytesToText(written());
    expect(text).not.toContain('6TDZ');
    expect(text).not.toContain(bytesToHex(invite.hash));
  });

  it('of somebody else, who does not hold the key it names, is refused', () => {
    const other = writeRequest(request, createSigner(device, new Uint8Array(32).fill(6)), invite);
    expect(readRequest(other, verify, nodeCryptography)).toEqual(err({ code: 'enrolment_request_bad' }));
  });

  it('[U22] with any one byte changed is refused, or bound to no code', () => {
    const file = written();
    holdsFor(400, fc.tuple(fc.nat(file.length - 2), fc.integer({ min: 1, max: 255 })), ([place, flip]) => {
      const changed = file.with(place, (file[place] ?? 0) ^ flip);
      const read = readRequest(changed, verify, nodeCryptography);
      expect(read.ok && isBoundTo('request', read.value, invite)).toBe(false);
    });
  });

  it('that is none, cut short or too large is refused', () => {
    const file = written();
    for (const bytes of [textToBytes(''), textToBytes('{}\n{}'), file.slice(0, 200), new Uint8Array(300_000)])
      expect(readRequest(bytes, verify, nodeCryptography)).toEqual(err({ code: 'enrolment_request_bad' }));
  });
});

describe('an answer to it', () => {
  it('[U23] comes back as it was written, bound to the same code and not usable as a request', () => {
    const paper = okValue(readAnswer(writeAnswer(answer, invite)));
    expect(paper.content).toEqual(answer);
    expect(isBoundTo('answer', paper, invite)).toBe(true);
    expect(isBoundTo('answer', paper, inviteFor('0000-0000-0000-0000'))).toBe(false);
    expect(isBoundTo('request', paper, invite)).toBe(false);
  });

  it('[U23] with another centre in it is bound to no code', () => {
    const forged = bytesToText(writeAnswer(answer, invite)).replace('centre-1', 'centre-2');
    expect(isBoundTo('answer', okValue(readAnswer(textToBytes(forged))), invite)).toBe(false);
  });

  it('that is none is refused', () => {
    for (const bytes of [textToBytes('x'), written()])
      expect(readAnswer(bytes)).toEqual(err({ code: 'enrolment_answer_bad' }));
  });
});
