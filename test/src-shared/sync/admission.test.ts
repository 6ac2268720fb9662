import { describe, expect, test } from 'vitest';
import { createVerify, nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { textToBytes } from '../../../src-shared/base/bytes.ts';
import { tipAfter } from '../../../src-shared/history/chain-tip.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ChangeId, DeviceId } from '../../../src-shared/history/ids.ts';
import type { DeviceStanding, Place } from '../../../src-shared/sync/centre/admission.ts';
import type { PushFacts } from '../../../src-shared/sync/centre/admit-push.ts';
import { admitPush } from '../../../src-shared/sync/centre/admit-push.ts';
import { mayUse } from '../../../src-shared/sync/centre/may-use.ts';
import { bringIn, passOn, takeOut } from '../../../src-shared/sync/centre/place-record.ts';
import type { ChangeItem } from '../../../src-shared/sync/format/item.ts';
import { toErasureId } from '../../../src-shared/sync/format/log-entry.ts';
import { logStart } from '../../../src-shared/sync/format/scope-chain.ts';
import { testPublicKey } from '../../support/seeded-cryptography.ts';
import { epoch, itemOf, otherScope, sampleDevice, sampleGroup, sampleScope } from '../../support/sync-samples.ts';

const verify = createVerify();
const known: DeviceStanding = {
  state: 'known',
  scopes: new Set([sampleScope]),
  publicKey: testPublicKey(sampleDevice),
};

type Setting = {
  readonly device?: DeviceStanding | null;
  readonly place?: Place;
  readonly inLog?: readonly Change[];
  readonly sameNumber?: readonly ChangeId[];
  readonly released?: boolean;
  readonly erased?: boolean;
};

function factsOf({
  device = known,
  place = 'here',
  inLog = [],
  sameNumber = [],
  released = false,
  erased = false,
}: Setting): PushFacts {
  const seqs = new Map(inLog.map(({ id }, index) => [id, index + 1]));
  return {
    head: { ...logStart(sampleScope, epoch('epoch-1'), crypto), seq: inLog.length },
    seqOf: (id) => seqs.get(id) ?? null,
    deviceOf: () => device,
    sameNumber: () => sameNumber,
    placeOf: () => place,
    isReleased: () => released,
    isErased: () => erased,
  };
}

function verdicts(items: readonly ChangeItem[], setting: Setting = {}) {
  const outcome = admitPush(items, factsOf(setting), { crypto, verify });
  return outcome.verdicts.map((verdict) => (verdict.verdict === 'refused' ? verdict.code : verdict.verdict));
}

const group = sampleGroup(3);
const items = group.map(itemOf);
const [first, second, third] = group;
if (first === undefined || second === undefined || third === undefined) throw new Error('three changes');

describe('a push', () => {
  test('[S27] gets a verdict for every change, in its order, and numbers them as they will stand in the log', () => {
    const outcome = admitPush(items, factsOf({}), { crypto, verify });
    expect(outcome.verdicts).toEqual(group.map(({ id }, index) => ({ id, verdict: 'accepted', seq: index + 1 })));
    expect(outcome.admitted.map(({ change }) => change.id)).toEqual(group.map(({ id }) => id));
  });

  test('[S27] is admitted parents first, however it was put together', () => {
    const outcome = admitPush(items.toReversed(), factsOf({}), { crypto, verify });
    expect(outcome.admitted.map(({ change }) => change.id)).toEqual(group.map(({ id }) => id));
    expect(new Set(outcome.verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['accepted']));
  });

  test('[S27] that comes again is looked up and not even verified', () => {
    let checked = 0;
    const counting = (...args: Parameters<typeof verify>) => {
      checked += 1;
      return verify(...args);
    };
    const outcome = admitPush(items, factsOf({ inLog: group }), { crypto, verify: counting });
    expect(outcome.verdicts.map(({ verdict }) => verdict)).toEqual(['already_known', 'already_known', 'already_known']);
    expect(checked).toBe(0);
  });

  test('[S27] is checked by one signature for each group', () => {
    let checked = 0;
    const counting = (...args: Parameters<typeof verify>) => {
      checked += 1;
      return verify(...args);
    };
    admitPush(sampleGroup(50).map(itemOf), factsOf({}), { crypto, verify: counting });
    expect(checked).toBe(1);
  });

  test('[S20] waits where a parent is not in the log, and names it', () => {
    const outcome = admitPush(items.slice(1), factsOf({}), { crypto, verify });
    expect(outcome.verdicts).toEqual([
      { id: second.id, verdict: 'waiting_for_parent', missing: [first.id] },
      { id: third.id, verdict: 'waiting_for_parent', missing: [second.id] },
    ]);
    expect(outcome.admitted).toEqual([]);
  });

  test('[S27] of another scope, an unknown device or one without the right is refused', () => {
    const elsewhere = sampleGroup(1, { scope: otherScope }).map(itemOf);
    expect(verdicts(elsewhere)).toEqual(['sync_wrong_scope']);
    expect(verdicts(items.slice(0, 1), { device: null })).toEqual(['sync_unknown_device']);
    expect(verdicts(sampleGroup(1).map(itemOf), { device: { ...known, scopes: new Set() } })).toEqual([
      'sync_scope_not_granted',
    ]);
    expect(verdicts(sampleGroup(1).map(itemOf), { place: 'elsewhere' })).toEqual(['sync_record_elsewhere']);
  });

  test('[S27] with altered bytes is refused by name, and holds up nothing beside it', () => {
    const other = sampleGroup(1, { record: 'record-2', device: 'desk-1', incarnation: 'life-2' }).map(itemOf);
    const body = { ...(items[2] ?? fail()), bytes: { ...(items[2] ?? fail()).bytes, body: textToBytes('{}') } };
    expect(verdicts([body, ...other])).toEqual(['history_wrong_body', 'accepted']);
    const header = { ...body, bytes: { ...body.bytes, header: textToBytes('{}') } };
    expect(verdicts([header, ...other])).toEqual(['sync_wrong_id', 'accepted']);
  });

  test('[S27] without its body is refused, unless an order to erase it is at hand', () => {
    const hollow = sampleGroup(1).map((change) => itemOf({ ...change, bodyBytes: null }));
    expect(verdicts(hollow)).toEqual(['sync_body_missing']);
    expect(verdicts(hollow, { erased: true })).toEqual(['accepted']);
  });

  test('[S28] without a signature on or after it is refused', () => {
    expect(verdicts(items.slice(0, 2))).toEqual(['sync_not_vouched', 'sync_not_vouched']);
    const forged = items.map((item) => ({ ...item, bytes: { ...item.bytes, signature: new Uint8Array(64) } }));
    expect(verdicts(forged)).toEqual(['sync_not_vouched', 'sync_not_vouched', 'sync_not_vouched']);
  });

  test('[S28] is vouched for by a later change that the log has already', () => {
    const outcome = admitPush(
      [items[0] ?? fail(), items[1] ?? fail(), items[2] ?? fail()],
      factsOf({ inLog: [third] }),
      { crypto, verify },
    );
    expect(outcome.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'already_known']);
  });

  test('[S28] is not vouched for by a change that is itself refused, since nobody could prove it later', () => {
    const rotten = items.map((item, index) =>
      index === 2 ? { ...item, bytes: { ...item.bytes, body: textToBytes('{}') } } : item,
    );
    expect(verdicts(rotten)).toEqual(['sync_not_vouched', 'sync_not_vouched', 'history_wrong_body']);
  });

  test('[S28] is not vouched for by another device that names it as its predecessor', () => {
    const thief = sampleGroup(1, { device: 'desk-2', from: { ...tipAfter(second), device: 'desk-2' as DeviceId } });
    const device = (id: DeviceId) => ({ ...known, publicKey: testPublicKey(id) });
    const outcome = admitPush(
      [...items.slice(0, 2), ...thief.map(itemOf)],
      { ...factsOf({}), deviceOf: device },
      { crypto, verify },
    );
    expect(outcome.verdicts.slice(0, 2).map((verdict) => (verdict.verdict === 'refused' ? verdict.code : ''))).toEqual([
      'sync_not_vouched',
      'sync_not_vouched',
    ]);
  });

  test('[S29] with a number used twice is admitted, marked, and nothing of either is lost', () => {
    const twin = sampleGroup(1, { seed: 'twin' });
    const stored = admitPush(twin.map(itemOf), factsOf({ inLog: [first], sameNumber: [first.id] }), { crypto, verify });
    expect(stored.admitted).toMatchObject([{ review: 'sync_fork' }]);
    const single = sampleGroup(1);
    const together = admitPush([...single, ...twin].map(itemOf), factsOf({}), { crypto, verify });
    expect(together.admitted.map(({ review }) => review)).toEqual([null, 'sync_fork']);
  });

  test('[S30] of a revoked device is refused with its reason until a head lets it in, and marked then', () => {
    const revoked: DeviceStanding = { ...known, state: 'revoked' };
    expect(verdicts(items, { device: revoked })).toEqual([
      'sync_device_revoked',
      'sync_device_revoked',
      'sync_device_revoked',
    ]);
    const outcome = admitPush(items, factsOf({ device: revoked, released: true }), { crypto, verify });
    expect(outcome.admitted.map(({ review }) => review)).toEqual(['sync_released', 'sync_released', 'sync_released']);
  });

  test('[S8] of a record that has left the scope is admitted and marked for review', () => {
    expect(admitPush(items, factsOf({ place: 'left' }), { crypto, verify }).admitted).toMatchObject([
      { review: 'sync_record_left' },
      { review: 'sync_record_left' },
      { review: 'sync_record_left' },
    ]);
  });
});

describe('a record that moves', () => {
  const place = (where: Place, inLog: readonly Change[]) => ({
    scope: otherScope,
    record: first.header.record,
    place: where,
    changes: group.toReversed(),
    orders: [],
    isInLog: (id: string) => inLog.some((change) => change.id === id),
  });

  test('[S39] takes along the orders to erase what is in it, behind the changes', () => {
    const order = toErasureId('ab'.repeat(32));
    const moved = { ...place('here', group.slice(0, 2)), orders: [order] };
    expect(passOn(moved)).toEqual([
      { kind: 'shared', subject: third.id },
      { kind: 'erased', subject: order },
    ]);
    expect(passOn({ ...moved, isInLog: () => true })).toEqual([]);
    expect(passOn({ ...moved, place: 'left' })).toEqual([]);
  });

  test('[S8] is brought in whole, parents first, and twice is once', () => {
    const shared = group.map(({ id }) => ({ kind: 'shared', subject: id }));
    expect(bringIn(place('elsewhere', []))).toEqual([{ kind: 'joined', subject: first.header.record }, ...shared]);
    expect(bringIn(place('here', group))).toEqual([]);
    expect(bringIn(place('left', group))).toEqual([{ kind: 'joined', subject: first.header.record }]);
  });

  test('[S8] is followed by what others add, as long as it is there', () => {
    expect(passOn(place('here', group.slice(0, 2)))).toEqual([{ kind: 'shared', subject: third.id }]);
    expect(passOn(place('left', group.slice(0, 2)))).toEqual([]);
    expect(passOn({ ...place('here', []), scope: sampleScope })).toMatchObject([
      { kind: 'change' },
      { kind: 'change' },
      { kind: 'change' },
    ]);
  });

  test('[S8] leaves by an entry, once', () => {
    expect(takeOut(place('here', group))).toEqual([{ kind: 'left', subject: first.header.record }]);
    expect(takeOut(place('left', group))).toEqual([]);
  });
});

test('[S31] reading needs a grant, delivering only a key that is not revoked', () => {
  expect(required(mayUse(known, 'read', sampleScope), '')).toBe('allowed');
  expect(mayUse(known, 'read', otherScope)).toBe('not_granted');
  expect(mayUse(known, 'deliver', otherScope)).toBe('allowed');
  expect(mayUse({ ...known, state: 'revoked' }, 'deliver', sampleScope)).toBe('revoked');
  expect(mayUse(null, 'deliver', sampleScope)).toBe('unknown_device');
});

function fail(): never {
  throw new Error('there is a change');
}
