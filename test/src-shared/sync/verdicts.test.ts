import { describe, expect, test } from 'vitest';
import { createVerify, nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import type { ChangeId } from '../../../src-shared/history/ids.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import type { VerdictFacts } from '../../../src-shared/sync/desk/read-verdicts.ts';
import { readOffer, readVerdicts } from '../../../src-shared/sync/desk/read-verdicts.ts';
import { checkReceipt, makeReceipt } from '../../../src-shared/sync/format/receipt.ts';
import type { Verdict } from '../../../src-shared/sync/format/verdict.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { testPublicKey, testSigner } from '../../support/seeded-cryptography.ts';
import { epoch, pointAt, sampleDevice, sampleGroup, sampleLog } from '../../support/sync-samples.ts';

const centre = toDeviceId('centre');
const key = { centre, publicKey: testPublicKey(centre), verify: createVerify() };
const changes = sampleGroup(4);
const ids = changes.map(({ id }) => id);
const [one, two, three, four] = ids.map((id) => required(id, 'four changes'));
const log = sampleLog(changes.map(({ id }) => ({ kind: 'change', subject: id })));

function receiptFor(received: readonly ChangeId[], inEpoch = epoch('epoch-1')) {
  return makeReceipt(
    { ...log.head, epoch: inEpoch, device: sampleDevice, at: 7, received },
    testSigner(centre),
    crypto,
  );
}

const facts = (more: Partial<VerdictFacts> = {}): VerdictFacts => ({
  cursor: pointAt(log, 0),
  isListed: () => false,
  asked: new Set(ids),
  isOwn: () => true,
  wasSigned: () => false,
  isAside: () => false,
  ...more,
});

const accepted = (id: ChangeId | undefined, seq: number): Verdict => ({
  id: required(id, 'a change'),
  verdict: 'accepted',
  seq,
});

describe('a receipt', () => {
  test('[S32] is for exactly the changes it was made for, and signed by the centre', () => {
    const receipt = receiptFor([ids[1], ids[0]].flatMap((id) => id ?? []));
    expect(okValue(checkReceipt(receipt, ids.slice(0, 2), key, crypto))).toMatchObject({
      count: 2,
      seq: 4,
      epoch: 'epoch-1',
      device: sampleDevice,
    });
    expect(problemOf(checkReceipt(receipt, ids, key, crypto))).toEqual({
      code: 'sync_bad_receipt',
      facts: { field: 'ids' },
    });
    const other = { ...key, publicKey: testPublicKey(toDeviceId('other')) };
    expect(problemOf(checkReceipt(receipt, ids.slice(0, 2), other, crypto)).facts).toEqual({ field: 'signature' });
    const edited = { ...receipt, bytes: textToBytes(bytesToText(receipt.bytes).replace('"seq":4', '"seq":9')) };
    expect(problemOf(checkReceipt(edited, ids.slice(0, 2), key, crypto)).facts).toEqual({ field: 'signature' });
  });

  test('[S17] takes changes out of the outbox; without a good one nothing does', () => {
    const verdicts = [accepted(one, 1), accepted(two, 2)];
    expect(okValue(readVerdicts(verdicts, receiptFor(ids.slice(0, 2)), facts(), key, crypto)).received).toEqual(
      verdicts,
    );
    expect(problemOf(readVerdicts(verdicts, receiptFor(ids.slice(0, 1)), facts(), key, crypto)).code).toBe(
      'sync_bad_receipt',
    );
  });

  test('[S17] of another epoch than the desk reads in says nothing about now', () => {
    const receipt = receiptFor(ids.slice(0, 1), epoch('epoch-0'));
    expect(problemOf(readVerdicts([accepted(one, 1)], receipt, facts(), key, crypto)).facts).toEqual({
      field: 'epoch',
    });
  });

  test('[S17] about changes that nobody asked about is no answer', () => {
    const receipt = receiptFor(ids.slice(0, 1));
    expect(problemOf(readVerdicts([accepted(one, 1)], receipt, facts({ asked: new Set() }), key, crypto)).code).toBe(
      'sync_bad_message',
    );
  });

  test('[S22] that names a number the desk has read with something else is not believed', () => {
    const receipt = receiptFor(ids.slice(0, 2));
    const read = facts({ cursor: pointAt(log, 1), isListed: () => false });
    const effects = okValue(readVerdicts([accepted(one, 1), accepted(two, 2)], receipt, read, key, crypto));
    expect(effects.received.map(({ id }) => id)).toEqual([two]);
    expect(effects.isContradicted).toBe(true);
  });
});

describe('verdicts', () => {
  test('[S21] that refuse go to the tray with their reason, and take along what was built on them', () => {
    const verdicts: readonly Verdict[] = [
      { id: required(one, 'a change'), verdict: 'refused', code: 'history_wrong_body' },
      { id: required(two, 'a change'), verdict: 'waiting_for_parent', missing: [required(one, 'a change')] },
      { id: required(three, 'a change'), verdict: 'waiting_for_parent', missing: [required(four, 'a change')] },
    ];
    const effects = okValue(readVerdicts(verdicts, receiptFor([]), facts(), key, crypto));
    expect(effects).toMatchObject({ refused: [{ id: one, code: 'history_wrong_body' }], aside: [two], alone: [] });
    expect(effects.waiting.map(({ id }) => id)).toEqual([three]);
    const later = okValue(
      readVerdicts(verdicts.slice(2), receiptFor([]), facts({ isAside: (id) => id === four }), key, crypto),
    );
    expect(later.aside).toEqual([three]);
  });

  test('[S19] that nothing vouches for a change make the desk sign its own and send it again, unless it was signed in that very push', () => {
    const verdicts: readonly Verdict[] = [
      { id: required(one, 'a change'), verdict: 'refused', code: 'sync_not_vouched' },
    ];
    const read = (more: Partial<VerdictFacts>) =>
      okValue(readVerdicts(verdicts, receiptFor([]), facts(more), key, crypto));
    expect(read({})).toMatchObject({ alone: [one], refused: [] });
    expect(read({ wasSigned: () => true })).toMatchObject({ alone: [], refused: [{ id: one }] });
    expect(read({ isOwn: () => false })).toMatchObject({ alone: [], refused: [{ id: one }] });
  });

  test('[S18] on an offer leave what is unknown to be sent, but nothing the desk has read or set aside since', () => {
    const known = [{ id: required(one, 'a change'), seq: 1 }];
    const more = { isListed: (id: ChangeId) => id === two, isAside: (id: ChangeId) => id === three };
    const effects = okValue(readOffer(known, receiptFor(ids.slice(0, 1)), facts(more), key, crypto));
    expect(effects.received.map(({ id }) => id)).toEqual([one]);
    expect(effects.unknown).toEqual([four]);
  });
});
