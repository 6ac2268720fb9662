import { describe, expect, test } from 'vitest';
import { createVerify } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import type { ChainTip } from '../../../src-shared/history/chain-tip.ts';
import { chainStart, tipAfter } from '../../../src-shared/history/chain-tip.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import type { ChangeInput } from '../../../src-shared/history/make-change.ts';
import { makeGroup } from '../../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { verifyChain } from '../../../src-shared/history/verify-chain.ts';
import { drawnIncarnation, drawnRecord, drawnScope } from '../../support/draw-history.ts';
import { okValue } from '../../support/ok-value.ts';
import { createSeededCryptography, testPublicKey, testSigner } from '../../support/seeded-cryptography.ts';

const device = toDeviceId('desk-0');
const start = chainStart(drawnScope, device, drawnIncarnation);
const keys = { publicKey: testPublicKey(device), verify: createVerify() };
const crypto = createSeededCryptography('chain');
const input: ChangeInput = { kind: 'visit', record: drawnRecord, parents: toParents([]), at: 1, by: 'p1', ops: [] };

/** A commit of `count` changes after a tip, signed once at its end. */
function commit(count: number, tip: ChainTip) {
  return okValue(
    makeGroup(
      Array.from({ length: count }, () => input),
      tip,
      testSigner(device),
      crypto,
    ),
  );
}

function at(changes: readonly Change[], index: number): Change {
  return required(changes[index], `there is a change ${index}`);
}

describe('a whole chain', () => {
  test('[H11] counts from 1 without gap, each change naming the one before it', () => {
    const { changes, tip } = commit(3, start);
    expect(changes.map(({ header }) => header.n)).toEqual([1, 2, 3]);
    expect(changes.map(({ header }) => header.prev)).toEqual([null, at(changes, 0).id, at(changes, 1).id]);
    expect(tip).toEqual({ ...start, n: 3, id: at(changes, 2).id });
  });

  test('[H12] is vouched for by the one signature at its end', () => {
    const { changes, tip } = commit(500, start);
    expect(changes.filter(({ signature }) => signature !== null).length).toBe(1);
    expect(verifyChain(changes, start, keys)).toEqual({ faults: [], tip });
  });

  test('[H12] goes on from where it was checked before', () => {
    const first = commit(2, start);
    const second = commit(3, first.tip);
    expect(verifyChain(second.changes, first.tip, keys)).toEqual({ faults: [], tip: second.tip });
    expect(verifyChain([...second.changes, ...first.changes], start, keys)).toEqual({ faults: [], tip: second.tip });
  });

  test('[H12] an input can follow a change of its own group', () => {
    const group = okValue(
      makeGroup(
        [
          input,
          (made) => ({
            ...input,
            parents: toParents(made.map(({ id }) => id)),
            ops: [{ path: 'note', value: '补记' }],
          }),
        ],
        start,
        testSigner(device),
        crypto,
      ),
    );
    expect(mergeRecord(group.changes).heads).toEqual([at(group.changes, 1).id]);
  });
});

describe('faults', () => {
  test('[H14] a missing change is a gap, and the tip stays before it', () => {
    const { changes } = commit(4, start);
    const report = verifyChain([at(changes, 0), at(changes, 2), at(changes, 3)], start, keys);
    expect(report).toEqual({
      faults: [
        { fault: 'gap', after: 1, next: 3 },
        { fault: 'unsigned_tail', changes: [at(changes, 0).id] },
      ],
      tip: start,
    });
  });

  test('[H14] a change that follows nothing here is named', () => {
    const { changes } = commit(2, start);
    const other = commit(3, start);
    const report = verifyChain([at(changes, 0), at(other.changes, 1), at(other.changes, 2)], start, keys);
    expect(report.faults).toEqual([
      { fault: 'wrong_prev', change: at(other.changes, 1).id },
      { fault: 'unsigned_tail', changes: [at(changes, 0).id] },
    ]);
  });

  test('[H14] the tip stays before a change that follows something else, however well it is signed', () => {
    const first = commit(1, start);
    const other = commit(2, start);
    const report = verifyChain([...first.changes, at(other.changes, 1)], start, keys);
    expect(report).toEqual({ faults: [{ fault: 'wrong_prev', change: at(other.changes, 1).id }], tip: first.tip });
  });

  test('[H12] changes after the last signature are named', () => {
    const { changes, tip } = commit(2, start);
    const tail = commit(2, tip).changes;
    const report = verifyChain([...changes, at(tail, 0)], start, keys);
    expect(report).toEqual({ faults: [{ fault: 'unsigned_tail', changes: [at(tail, 0).id] }], tip });
  });

  test('[H13] two changes with one number are a fork, both branches kept and both vouched for', () => {
    const first = commit(2, start);
    const left = commit(2, first.tip);
    const right = commit(1, first.tip);
    const report = verifyChain([...first.changes, ...left.changes, ...right.changes], start, keys);
    const forked = [at(left.changes, 0).id, at(right.changes, 0).id].toSorted();
    expect(report).toEqual({ faults: [{ fault: 'fork', n: 3, changes: forked }], tip: first.tip });
  });

  test('[H13] the same change twice is no fork', () => {
    const { changes, tip } = commit(2, start);
    expect(verifyChain([...changes, ...changes], start, keys)).toEqual({ faults: [], tip });
  });

  test('[H14] a signature by another key is bad, and so is a changed one', () => {
    const { changes, tip } = commit(1, start);
    const last = at(changes, 0);
    const stranger = { ...keys, publicKey: testPublicKey(toDeviceId('desk-9')) };
    const faults = [
      { fault: 'bad_signature', change: last.id },
      { fault: 'unsigned_tail', changes: [last.id] },
    ];
    expect(verifyChain(changes, start, stranger)).toEqual({ faults, tip: start });
    const flipped = required(last.signature, 'signed').map((byte, index) => (index === 0 ? byte ^ 1 : byte));
    expect(verifyChain([{ ...last, signature: flipped }], start, keys)).toEqual({ faults, tip: start });
    expect(tip.n).toBe(1);
  });

  test('[H14] a signature moved to another change is bad', () => {
    const { changes } = commit(2, start);
    const moved = { ...at(changes, 0), signature: at(changes, 1).signature };
    expect(verifyChain([moved], start, keys).faults[0]).toEqual({ fault: 'bad_signature', change: moved.id });
  });

  test('[H14] a change of another desk, scope or incarnation is foreign', () => {
    const { changes } = commit(1, chainStart(drawnScope, toDeviceId('desk-0'), drawnIncarnation));
    const other = { ...start, device: toDeviceId('desk-1') };
    expect(verifyChain(changes, other, keys)).toEqual({
      faults: [{ fault: 'foreign', change: at(changes, 0).id }],
      tip: other,
    });
  });

  test('[H14] what is before the starting point is foreign to the check', () => {
    const { changes } = commit(2, start);
    const from = tipAfter(at(changes, 0));
    expect(verifyChain(changes, from, keys).faults).toEqual([{ fault: 'foreign', change: at(changes, 0).id }]);
  });
});
