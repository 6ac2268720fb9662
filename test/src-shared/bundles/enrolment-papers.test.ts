// Entering a centre by stick: a request and an answer that only those who know the code can make.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigner, createVerify, nodeCryptography } from '../../../src-node/trust/node-cryptography.ts';
import { bytesToHex, bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import { err } from '../../../src-shared/base/result.ts';
import {
  isBoundTo,
  readAnswer,
  readRequest,
  requestHash,
  writeRequest,
} from '../../../src-shared/bundles/enrolment-papers.ts';
import {
  answerPaper,
  deviceOfPapers,
  inviteFor,
  requestPaper,
  sampleAnswer,
  sampleInvite,
  sampleRequest,
} from '../../support/enrolment-samples.ts';
import { okValue } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';

const verify = createVerify();

describe('a request to enter a centre', () => {
  it('[U22] comes back as it was written, and is bound to its code however that was typed', () => {
    const paper = okValue(readRequest(requestPaper, verify, nodeCryptography));
    expect(paper.content).toEqual(sampleRequest);
    expect(isBoundTo('request', paper, sampleInvite)).toBe(true);
    expect(isBoundTo('request', paper, inviteFor(' 6tdz wqfz-5k9f ej6b'))).toBe(true);
    expect(isBoundTo('request', paper, inviteFor('6TDZ-WQFZ-5K9F-EJ6C'))).toBe(false);
    expect(requestHash(paper, nodeCryptography)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says nowhere what the code is, nor the hash the centre keeps of it', () => {
    const text = bytesToText(requestPaper);
    expect(text).not.toContain('6TDZ');
    expect(text).not.toContain(bytesToHex(sampleInvite.hash));
  });

  it('of somebody else, who does not hold the key it names, is refused', () => {
    const other = writeRequest(sampleRequest, createSigner(deviceOfPapers, new Uint8Array(32).fill(6)), sampleInvite);
    expect(readRequest(other, verify, nodeCryptography)).toEqual(err({ code: 'enrolment_request_bad' }));
  });

  it('with any one byte changed is refused, or bound to no code', () => {
    const file = requestPaper;
    holdsFor(400, fc.tuple(fc.nat(file.length - 2), fc.integer({ min: 1, max: 255 })), ([place, flip]) => {
      const changed = file.with(place, (file[place] ?? 0) ^ flip);
      const read = readRequest(changed, verify, nodeCryptography);
      expect(read.ok && isBoundTo('request', read.value, sampleInvite)).toBe(false);
    });
  });

  it('that is none, cut short or too large is refused', () => {
    const file = requestPaper;
    for (const bytes of [textToBytes(''), textToBytes('{}\n{}'), file.slice(0, 200), new Uint8Array(300_000)])
      expect(readRequest(bytes, verify, nodeCryptography)).toEqual(err({ code: 'enrolment_request_bad' }));
  });
});

describe('an answer to it', () => {
  it('comes back as it was written, bound to the same code and not usable as a request', () => {
    const paper = okValue(readAnswer(answerPaper));
    expect(paper.content).toEqual(sampleAnswer);
    expect(isBoundTo('answer', paper, sampleInvite)).toBe(true);
    expect(isBoundTo('answer', paper, inviteFor('0000-0000-0000-0000'))).toBe(false);
    expect(isBoundTo('request', paper, sampleInvite)).toBe(false);
  });

  it('with another centre in it is bound to no code', () => {
    const forged = bytesToText(answerPaper).replace('centre-1', 'centre-2');
    expect(isBoundTo('answer', okValue(readAnswer(textToBytes(forged))), sampleInvite)).toBe(false);
  });

  it('that is none is refused', () => {
    for (const bytes of [textToBytes('x'), requestPaper])
      expect(readAnswer(bytes)).toEqual(err({ code: 'enrolment_answer_bad' }));
  });
});
