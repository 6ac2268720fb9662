import { describe, expect, test } from 'vitest';
import { createVerify, nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToHex } from '../../../src-shared/base/bytes.ts';
import { makeErasure } from '../../../src-shared/history/erase-body.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import type { DeviceStanding } from '../../../src-shared/sync/centre/admission.ts';
import type { ErasureFacts } from '../../../src-shared/sync/centre/admit-erasure.ts';
import { admitErasure } from '../../../src-shared/sync/centre/admit-erasure.ts';
import { decodeDocument, encodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { ErasureItem } from '../../../src-shared/sync/format/item.ts';
import type { ErasureId } from '../../../src-shared/sync/format/log-entry.ts';
import { pushHead } from '../../../src-shared/sync/format/messages.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { testPublicKey, testSigner } from '../../support/seeded-cryptography.ts';
import { otherScope, sampleDevice, sampleGroup, sampleScope } from '../../support/sync-samples.ts';

const change = required(sampleGroup(1)[0], 'one change');
const order = { reason: '当事人要求删除', by: 'p_li', at: 1_763_653_400_000 };
const erasure = okValue(makeErasure(change, order, testSigner(sampleDevice), crypto));
const item: ErasureItem = {
  kind: 'erased',
  subject: bytesToHex(crypto.sha256(erasure.bytes)) as ErasureId,
  bytes: { order: erasure.bytes, signature: erasure.signature },
};
const known: DeviceStanding = {
  state: 'known',
  scopes: new Set([sampleScope]),
  publicKey: testPublicKey(sampleDevice),
};
const facts: ErasureFacts = { scope: sampleScope, deviceOf: () => known, changeOf: () => change };
const tools = { crypto, verify: createVerify() };
const codeOf = (more: Partial<ErasureFacts>, of = item) =>
  problemOf(admitErasure(of, { ...facts, ...more }, tools)).code;

describe('an order to erase a body', () => {
  test('[S39] travels as its author signed it', () => {
    const head = { push: 1, scope: sampleScope, device: sampleDevice } as const;
    expect(okValue(decodeDocument(encodeDocument(head, [item]).bytes, pushHead)).items).toEqual([item]);
  });

  test('[S39] is admitted with what it leaves of the change', () => {
    const admitted = okValue(admitErasure(item, facts, tools));
    expect(admitted.erased).toMatchObject({ id: change.id, body: null, residue: { keeps: [], erases: ['name'] } });
  });

  test('[S39] waits for the change it names', () => {
    expect(codeOf({ changeOf: () => null })).toBe('sync_waiting');
  });

  test('[S39] is refused from whoever may not order it, and when anything of it was altered', () => {
    expect(codeOf({ scope: otherScope })).toBe('sync_wrong_scope');
    expect(codeOf({ deviceOf: () => null })).toBe('sync_unknown_device');
    expect(codeOf({ deviceOf: () => ({ ...known, state: 'revoked' }) })).toBe('sync_device_revoked');
    expect(codeOf({ deviceOf: () => ({ ...known, scopes: new Set() }) })).toBe('sync_scope_not_granted');
    expect(codeOf({ deviceOf: () => ({ ...known, publicKey: testPublicKey(toDeviceId('other')) }) })).toBe(
      'sync_not_vouched',
    );
    expect(codeOf({}, { ...item, bytes: { ...item.bytes, order: item.bytes.order.with(5, 0) } })).toBe('sync_wrong_id');
    expect(codeOf({ changeOf: () => sampleGroup(1, { seed: 'other' })[0] ?? null })).toBe('history_erasure_mismatch');
  });
});
