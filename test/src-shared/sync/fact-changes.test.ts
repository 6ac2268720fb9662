import { describe, expect, test } from 'vitest';
import { createVerify, nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { toDeviceId, toIncarnationId } from '../../../src-shared/history/ids.ts';
import { makeManifest, toSnapshotPart } from '../../../src-shared/sync/centre/make-snapshot.ts';
import { standingOf } from '../../../src-shared/sync/centre/what-follows.ts';
import {
  afterComparing,
  afterLocating,
  afterManifest,
  afterOffering,
  afterPart,
  afterReading,
  afterReceipt,
  afterStanding,
  beginReoffer,
  comparable,
} from '../../../src-shared/sync/desk/fact-changes.ts';
import { isOfDouble } from '../../../src-shared/sync/desk/find-double.ts';
import { freedBy } from '../../../src-shared/sync/desk/freed-by.ts';
import { readManifest, readSnapshot } from '../../../src-shared/sync/desk/read-snapshot.ts';
import type { ScopeFacts } from '../../../src-shared/sync/desk/sync-facts.ts';
import { encodePage } from '../../../src-shared/sync/format/page.ts';
import { logStart } from '../../../src-shared/sync/format/scope-chain.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { testPublicKey, testSigner } from '../../support/seeded-cryptography.ts';
import {
  epoch,
  pointAt,
  sampleDevice,
  sampleGroup,
  sampleIncarnation,
  sampleLog,
  samplePage,
  sampleScope,
} from '../../support/sync-samples.ts';

const changes = sampleGroup(6);
const subjects = changes.map(({ id }) => ({ kind: 'change' as const, subject: id }));
const log = sampleLog(subjects);
const restored = sampleLog(subjects.slice(0, 2), epoch('epoch-2'));

const facts: ScopeFacts = {
  scope: sampleScope,
  granted: true,
  cursor: pointAt(log, 4),
  checkpoints: [pointAt(log, 4), pointAt(log, 3), pointAt(log, 2)],
  receipted: null,
  doubt: null,
  reoffer: null,
  bootstrap: null,
  holes: [],
  chains: [],
  outbox: [],
  orders: [],
};
const standing = (of: typeof log) => standingOf(facts.cursor, of);
const headOf = ({ head: { seq, chain } }: typeof log) => ({ seq, chain });

describe('after an answer', () => {
  test('[S9] a first answer gives the place to begin at, and another log gives a doubt', () => {
    const fresh = { ...facts, cursor: null };
    expect(afterStanding(fresh, null, standing(log), crypto)).toEqual({
      cursor: logStart(sampleScope, epoch('epoch-1'), crypto),
    });
    expect(afterStanding(facts, facts.cursor, standing(log), crypto)).toBe(null);
    expect(afterStanding(facts, facts.cursor, standing(restored), crypto)).toEqual({ doubt: 'restored' });
  });

  test('[S9] an answer about a place the desk has left says nothing about the one it is at', () => {
    expect(afterStanding(facts, pointAt(log, 3), standing(restored), crypto)).toBe(null);
    expect(afterStanding({ ...facts, doubt: 'tampered' }, facts.cursor, standing(restored), crypto)).toBe(null);
  });

  test('[S22] a log that ends before the number of a receipt is withheld', () => {
    const short = sampleLog(subjects.slice(0, 4));
    const after = { ...facts, ...afterReceipt(facts, epoch('epoch-1'), [6, 5]) };
    expect(after.receipted).toEqual({ epoch: 'epoch-1', seq: 6 });
    expect(afterStanding(after, facts.cursor, standing(short), crypto)).toEqual({ doubt: 'withheld' });
    expect(afterStanding(after, facts.cursor, standing(log), crypto)).toBe(null);
    expect(afterReceipt(after, epoch('epoch-2'), [1]).receipted).toEqual({ epoch: 'epoch-2', seq: 1 });
  });

  test('[S12] a page moves the cursor, remembers the place and ends a snapshot', () => {
    const to = pointAt(log, 6);
    expect(afterReading(facts, to)).toMatchObject({ cursor: to, bootstrap: null });
    expect(afterReading(facts, to).checkpoints[0]).toEqual({ seq: 6, chain: to.chain });
  });

  test('[S15] the desk reads on from the last common place, in the new epoch, and offers everything again', () => {
    const doubting = { ...facts, doubt: 'restored' as const };
    const located = afterLocating(
      doubting,
      { epoch: epoch('epoch-2'), head: headOf(restored), common: pointAt(log, 2) },
      crypto,
    );
    expect(located).toMatchObject({
      cursor: pointAt(restored, 2),
      doubt: null,
      reoffer: { because: 'restored', compared: 0 },
    });
    expect(located?.checkpoints.map(({ seq }) => seq)).toEqual([2]);
    const none = afterLocating(doubting, { epoch: epoch('epoch-2'), head: headOf(restored), common: null }, crypto);
    expect(none?.cursor).toEqual(logStart(sampleScope, epoch('epoch-2'), crypto));
  });

  test('[S15] a doubt that was none changes nothing but itself', () => {
    const doubting = { ...facts, doubt: 'tampered' as const };
    const located = afterLocating(
      doubting,
      { epoch: epoch('epoch-1'), head: headOf(log), common: pointAt(log, 4) },
      crypto,
    );
    expect(located).toMatchObject({ cursor: facts.cursor, doubt: null, reoffer: null });
    expect(afterLocating(facts, { epoch: epoch('epoch-1'), head: headOf(log), common: null }, crypto)).toBe(null);
  });
});

describe('offering everything again', () => {
  const held = (n: number, isAll: boolean, device = sampleDevice) => ({
    whole: {
      scope: sampleScope,
      device,
      incarnation: sampleIncarnation,
      n,
      id: n === 0 ? null : required(changes[n - 1], 'within the group').id,
    },
    isAll,
  });
  const has = () => true;
  const begun = beginReoffer('restored');

  test('[S16] skips what both have whole', () => {
    const asked = [held(4, true)];
    expect(comparable(asked)).toEqual([asked[0]?.whole]);
    expect(afterComparing(begun, asked, [held(4, true).whole], has)).toMatchObject({ compared: 1, ranges: [] });
    expect(afterComparing(begun, asked, [held(2, true).whole], has).ranges).toMatchObject([{ after: 2 }]);
    expect(afterComparing(begun, asked, [], has).ranges).toMatchObject([{ after: 0 }]);
  });

  test('[S16] offers all of a chain whose common part is not the same, and all behind a fork or gap', () => {
    expect(afterComparing(begun, [held(4, true)], [held(2, true).whole], () => false).ranges).toMatchObject([
      { after: 0 },
    ]);
    expect(afterComparing(begun, [held(4, false)], [held(4, true).whole], has).ranges).toMatchObject([{ after: 4 }]);
    expect(comparable([held(0, false)])).toEqual([]);
    expect(afterComparing(begun, [held(0, false)], [], has).ranges).toMatchObject([{ after: 0 }]);
  });

  test('[S15] goes on batch by batch, each chain to its end', () => {
    const [range] = afterComparing(begun, [held(4, true)], [], has).ranges;
    const other = { device: toDeviceId('desk-2'), incarnation: toIncarnationId('life-9'), after: 0 };
    const offering = { ...begun, ranges: [required(range, 'one range'), other] };
    const next = afterOffering(offering, required(range, 'one range'), 3);
    expect(next.ranges).toEqual([{ ...range, after: 3 }, other]);
    expect(afterOffering(next, required(range, 'one range'), 2).ranges[0]).toMatchObject({ after: 3 });
    expect(afterOffering(next, required(range, 'one range'), null).ranges).toEqual([other]);
  });
});

describe('a snapshot', () => {
  const centre = toDeviceId('centre');
  const key = { centre, publicKey: testPublicKey(centre), verify: createVerify() };
  const parts = [encodePage(samplePage(changes, 0, 4)), encodePage(samplePage(changes, 4, 6))];
  const signed = makeManifest(
    {
      point: log.head,
      at: 1,
      format: 'documents',
      changes: 6,
      records: 1,
      parts: parts.map((part) => toSnapshotPart(part, crypto)),
    },
    testSigner(centre),
    crypto,
  );
  const manifest = okValue(readManifest(signed, key, crypto));

  test('[S14] leads from the beginning of the log to exactly the place it was made at', () => {
    const { to, contents } = okValue(readSnapshot(manifest, parts, crypto));
    expect(to).toEqual(log.head);
    expect(contents.flatMap(({ changes: read }) => read.map(({ id }) => id))).toEqual(changes.map(({ id }) => id));
  });

  test('[S14] with a part missing, exchanged or altered is named and not taken', () => {
    expect(problemOf(readSnapshot(manifest, parts.slice(0, 1), crypto)).facts).toEqual({ part: 1 });
    expect(problemOf(readSnapshot(manifest, parts.toReversed(), crypto)).facts).toEqual({ part: 0 });
    const altered = [parts[0] ?? new Uint8Array(), (parts[1] ?? new Uint8Array()).with(9, 0)];
    expect(problemOf(readSnapshot(manifest, altered, crypto)).facts).toEqual({ part: 1 });
  });

  test('[S14] counts only with the signature of the centre', () => {
    const other = { ...key, publicKey: testPublicKey(toDeviceId('other')) };
    expect(problemOf(readManifest(signed, other, crypto)).facts).toEqual({ field: 'signature' });
  });

  test('[S14] is begun only by a desk that has read nothing, of the log it is about to read', () => {
    const fresh = { ...facts, cursor: pointAt(log, 0) };
    expect(afterManifest(fresh, manifest)).toEqual({ bootstrap: { manifest, next: 0 } });
    expect(afterManifest(facts, manifest)).toBe(null);
    expect(afterManifest({ ...fresh, cursor: logStart(sampleScope, epoch('epoch-2'), crypto) }, manifest)).toBe(null);
    expect(afterManifest({ ...fresh, bootstrap: { manifest, next: 1 } }, manifest)).toBe(null);
  });

  test('[S14] goes on where it was broken off, and takes each part once', () => {
    const halfway = { ...facts, bootstrap: { manifest, next: 1 } };
    expect(afterPart(halfway, 1)).toEqual({ bootstrap: { manifest, next: 2 } });
    expect(afterPart(halfway, 0)).toBe(null);
    expect(afterPart(facts, 0)).toBe(null);
  });
});

test('[S21] what was set aside with a refused change is freed when that arrives after all', () => {
  const [one, two, three] = sampleGroup(3);
  const [other] = sampleGroup(1, { record: 'record-2' });
  const refused = { id: required(one, '').id, record: required(one, '').header.record, code: 'sync_device_revoked' };
  const asideWith = (change: typeof one) => ({
    id: required(change, '').id,
    record: required(change, '').header.record,
    code: 'sync_ancestor_refused',
  });
  const tray = [refused, asideWith(two), asideWith(other)];
  expect(freedBy(new Set([refused.id]), tray)).toEqual([two?.id]);
  expect(freedBy(new Set([required(three, '').id]), tray)).toEqual([]);
});

test('[S36] a change of this desk that this desk does not have was written by its double', () => {
  const own = { device: sampleDevice, incarnation: sampleIncarnation };
  const [change] = sampleGroup(1);
  const isDouble = (who: typeof own, isHere: boolean) => isOfDouble(required(change, 'one'), who, () => isHere);
  expect(isDouble(own, false)).toBe(true);
  expect(isDouble(own, true)).toBe(false);
  expect(isDouble({ ...own, incarnation: toIncarnationId('life-2') }, false)).toBe(false);
  expect(isDouble({ ...own, device: toDeviceId('desk-2') }, false)).toBe(false);
});
