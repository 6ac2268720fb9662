import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { bytesToHex, textToBytes } from '../../../src-shared/base/bytes.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import { toRecordId } from '../../../src-shared/history/ids.ts';
import { appendLog } from '../../../src-shared/sync/centre/append-log.ts';
import { whatFollows } from '../../../src-shared/sync/centre/what-follows.ts';
import { chainPrefix } from '../../../src-shared/sync/format/chain-prefix.ts';
import type { Checkpoints } from '../../../src-shared/sync/format/checkpoints.ts';
import { checkpointsUpTo, commonPoint, keepCheckpoint } from '../../../src-shared/sync/format/checkpoints.ts';
import { compareCursor } from '../../../src-shared/sync/format/compare-cursor.ts';
import type { LogSubject } from '../../../src-shared/sync/format/log-entry.ts';
import type { ChainValue } from '../../../src-shared/sync/format/log-point.ts';
import {
  chainAfter,
  followEntries,
  chainStart as logChainStart,
  logStart,
} from '../../../src-shared/sync/format/scope-chain.ts';
import { holdsFor } from '../../support/properties.ts';
import {
  epoch,
  pointAt,
  sampleDevice,
  sampleGroup,
  sampleIncarnation,
  sampleLog,
  sampleScope,
} from '../../support/sync-samples.ts';

const records = (count: number): readonly LogSubject[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'joined', subject: toRecordId(`r${index}`) }));

/** Another log that is the same up to `common` entries. */
const partingAt = (count: number, common: number, inEpoch = epoch('epoch-1')) =>
  sampleLog(
    records(count).map((subject, index) =>
      index < common ? subject : { kind: 'left', subject: toRecordId(`x${index}`) },
    ),
    inEpoch,
  );

describe('the chain of a log', () => {
  test('[S6] starts from the scope and goes on by kind and subject, as anybody can compute with sha256sum', () => {
    const hex = (text: string) => bytesToHex(crypto.sha256(textToBytes(text)));
    const start = logChainStart(sampleScope, crypto);
    expect(start).toBe(hex('case-desk log 1\nscope-1'));
    const next = chainAfter(start, { kind: 'joined', subject: toRecordId('r0') }, crypto);
    expect(next).toBe(hex(`case-desk entry 1\n${start}\njoined r0`));
    expect(next).toBe('9faa4238f2fe4634c78dc88976690d81ea4ea29abd4402d7e4c16da486aa4f82');
  });

  test('[S6] does not depend on the epoch, so a promoted log goes on', () => {
    expect(partingAt(5, 5, epoch('epoch-2')).head.chain).toBe(partingAt(5, 5).head.chain);
  });

  test('[S7] numbers without gap, however the entries are portioned', () => {
    const whole = sampleLog(records(7));
    const start = logStart(sampleScope, epoch('epoch-1'), crypto);
    const first = appendLog(start, records(7).slice(0, 3), crypto);
    const second = appendLog(first.head, records(7).slice(3), crypto);
    expect([...first.entries, ...second.entries]).toEqual(whole.entries);
    expect(followEntries(start, whole.entries, crypto)).toEqual({ seq: 7, chain: whole.head.chain });
    expect(followEntries(start, whole.entries.slice(1), crypto)).toBe(null);
  });
});

describe('the comparison of a cursor with a log', () => {
  const standing = (log: ReturnType<typeof sampleLog>, seq: number) => ({
    scope: sampleScope,
    epoch: log.head.epoch,
    head: { seq: log.head.seq, chain: log.head.chain },
    there: log.chainAt(seq),
  });
  const cursor = pointAt(sampleLog(records(5)), 5);

  test.each([
    ['in_step', sampleLog(records(5))],
    ['behind', sampleLog(records(9))],
    ['promoted', sampleLog(records(9), epoch('epoch-2'))],
    ['restored', sampleLog(records(3), epoch('epoch-2'))],
    ['restored', partingAt(9, 3, epoch('epoch-2'))],
    ['withheld', sampleLog(records(3))],
    ['tampered', partingAt(9, 3)],
    ['tampered', partingAt(5, 4)],
  ] as const)('[S9] finds %s', (outcome, log) => {
    expect(compareCursor(cursor, standing(log, 5))).toBe(outcome);
  });

  test('[S9] gives nothing to a desk whose log is another one', () => {
    expect(whatFollows(cursor, partingAt(9, 3))).toMatchObject({ from: 5, upTo: 5 });
    expect(whatFollows(cursor, sampleLog(records(9)))).toMatchObject({ from: 5, upTo: 9 });
  });
});

describe('checkpoints', () => {
  const remember = (count: number, step: number): Checkpoints => {
    const log = sampleLog(records(count));
    let kept: Checkpoints = [];
    for (let seq = 1; seq <= count; seq += step) kept = keepCheckpoint(kept, pointAt(log, seq));
    return kept;
  };

  test('[S11] stay few, and find a place at most twice as far back as needed', () => {
    holdsFor(
      60,
      fc.record({ count: fc.integer({ min: 1, max: 300 }), common: fc.nat(300), step: fc.integer({ min: 1, max: 7 }) }),
      ({ count, common, step }) => {
        const kept = remember(count, step);
        expect(kept.length).toBeLessThanOrEqual(2 + Math.log2(count));
        const reached = kept[0]?.seq ?? 0;
        const shared = Math.min(common, count);
        const found = commonPoint(kept, partingAt(400, shared).chainAt)?.seq ?? 0;
        expect(found).toBeLessThanOrEqual(shared);
        if (shared < reached) expect(reached - found).toBeLessThanOrEqual(4 * (reached - shared) + 2 * step);
        else expect(found).toBe(reached);
      },
    );
  });

  test('[S11] that lie behind the common place are forgotten', () => {
    expect(checkpointsUpTo(remember(9, 1), 5).every(({ seq }) => seq <= 5)).toBe(true);
  });

  test('[S11] are null where the logs share nothing', () => {
    expect(commonPoint(remember(9, 1), () => null)).toBe(null);
    const strange: (seq: number) => ChainValue | null = partingAt(9, 0).chainAt;
    expect(commonPoint(remember(9, 1), strange)).toBe(null);
  });
});

describe('how far a chain is whole', () => {
  const start = chainStart(sampleScope, sampleDevice, sampleIncarnation);
  const steps = sampleGroup(4).map(({ id, header }) => ({ n: header.n, id, prev: header.prev }));

  test('[S16] ends before a gap, before a fork and before a wrong predecessor', () => {
    const twin = sampleGroup(2, { seed: 'twin' }).map(({ id, header }) => ({ n: header.n, id, prev: header.prev }));
    const [one, two, three, four] = steps;
    const [, otherTwo] = twin;
    const upTo = (...held: (typeof one)[]) =>
      chainPrefix(
        start,
        held.flatMap((step) => step ?? []),
      ).n;
    expect(upTo(one, two, three, four)).toBe(4);
    expect(upTo(one, two, four)).toBe(2);
    expect(upTo(two, three)).toBe(0);
    expect(upTo(one, two, otherTwo, three)).toBe(1);
    expect(upTo(one, otherTwo)).toBe(1);
  });
});
