import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { toRecordId } from '../../../src-shared/history/ids.ts';
import { chooseBatch } from '../../../src-shared/sync/desk/choose-batch.ts';
import { beginReoffer } from '../../../src-shared/sync/desk/fact-changes.ts';
import { idleLane, isFree, laneAfter, pauseAfter } from '../../../src-shared/sync/desk/lane.ts';
import { nextStep, patience } from '../../../src-shared/sync/desk/next-step.ts';
import type { Pending, ScopeFacts, SyncFacts } from '../../../src-shared/sync/desk/sync-facts.ts';
import type { LaneName, SyncEvent, SyncMemory } from '../../../src-shared/sync/desk/sync-memory.ts';
import { applyEvent, emptyMemory } from '../../../src-shared/sync/desk/sync-memory.ts';
import { logStart } from '../../../src-shared/sync/format/scope-chain.ts';
import { syncLimits } from '../../../src-shared/sync/format/sync-limits.ts';
import { holdsFor } from '../../support/properties.ts';
import {
  epoch,
  otherScope,
  sampleDevice,
  sampleGroup,
  sampleIncarnation,
  sampleScope,
} from '../../support/sync-samples.ts';

const start = logStart(sampleScope, epoch('epoch-1'), crypto);
const changes = sampleGroup(8);

function pending(index: number, more: Partial<Pending> = {}): Pending {
  const change = required(changes[index], 'one of eight');
  const { n, prev, record } = change.header;
  const signed = change.signature !== null;
  return {
    id: change.id,
    record,
    device: sampleDevice,
    incarnation: sampleIncarnation,
    n,
    prev,
    bytes: 500,
    signed,
    unsure: false,
    alone: false,
    ...more,
  };
}

const scope: ScopeFacts = {
  scope: sampleScope,
  granted: true,
  cursor: start,
  checkpoints: [],
  receipted: null,
  doubt: null,
  reoffer: null,
  bootstrap: null,
  holes: [],
  chains: [],
  outbox: [],
  orders: [],
};
const factsOf = (...scopes: readonly Partial<ScopeFacts>[]): SyncFacts => ({
  device: sampleDevice,
  scopes: scopes.map((more) => ({ ...scope, ...more })),
  blobs: [],
  worthASnapshot: 100,
});

const remember = (...events: readonly SyncEvent[]): SyncMemory => events.reduce(applyEvent, emptyMemory);
const polled: SyncEvent = { event: 'rested', lane: 'poll', until: 9_000_000 };
const head = (seq: number): SyncEvent => ({ event: 'head', scope: sampleScope, epoch: epoch('epoch-1'), seq });
const busy = (lane: LaneName): SyncEvent => ({ event: 'started', lane, until: 9_000_000 });
const stepOf = (facts: SyncFacts, ...events: readonly SyncEvent[]) =>
  nextStep(facts, remember(polled, ...events), 1_000);

describe('what a desk does next', () => {
  test('[S23] it asks whether there is anything new, for all scopes at once', () => {
    expect(nextStep(factsOf({}, { scope: otherScope, cursor: null }), emptyMemory, 0)).toMatchObject({
      step: 'poll',
      cursors: [start],
    });
  });

  test('[S23] it reads on where the log is longer', () => {
    expect(stepOf(factsOf({}), head(3))).toMatchObject({ step: 'pull', cursor: start });
    expect(stepOf(factsOf({}), head(0))).toMatchObject({ step: 'wait', because: 'up_to_date' });
  });

  test('[S15] it finds out where two logs part before it reads on', () => {
    expect(stepOf(factsOf({ doubt: 'restored' }), head(3))).toMatchObject({ step: 'locate' });
  });

  test('[S14] a new desk begins with a snapshot where the log is long, part by part, and then installs it', () => {
    const manifest = {
      parts: [
        { bytes: 1, sha256: 'a' },
        { bytes: 1, sha256: 'b' },
      ],
    } as never;
    expect(stepOf(factsOf({}), head(101))).toMatchObject({ step: 'snapshot' });
    expect(stepOf(factsOf({}), head(101), { event: 'no_snapshot', scope: sampleScope })).toMatchObject({
      step: 'pull',
    });
    expect(stepOf(factsOf({ bootstrap: { manifest, next: 1 } }), head(101))).toMatchObject({
      step: 'snapshot_part',
      index: 1,
      sha256: 'b',
    });
    expect(stepOf(factsOf({ bootstrap: { manifest, next: 2 } }), head(101))).toMatchObject({
      step: 'install_snapshot',
    });
  });

  test('[S18] what may be at the centre is asked about before it is sent', () => {
    const outbox = [pending(0), pending(1, { unsure: true })];
    expect(stepOf(factsOf({ outbox }))).toMatchObject({ step: 'offer', ids: [outbox[1]?.id] });
    expect(stepOf(factsOf({ outbox: outbox.slice(0, 1) }))).toMatchObject({ step: 'push', ids: [outbox[0]?.id] });
  });

  test('[S15] after another log was found everything is compared and offered, once new work is sent', () => {
    const chains = [
      {
        whole: {
          scope: sampleScope,
          device: sampleDevice,
          incarnation: sampleIncarnation,
          n: 2,
          id: changes[1]?.id ?? null,
        },
        isAll: true,
      },
    ];
    const reoffer = beginReoffer('restored');
    expect(stepOf(factsOf({ reoffer, chains }))).toMatchObject({ step: 'have', chains });
    const range = { device: sampleDevice, incarnation: sampleIncarnation, after: 1 };
    expect(stepOf(factsOf({ reoffer: { ...reoffer, ranges: [range] }, chains }))).toMatchObject({
      step: 'reoffer',
      range,
    });
    expect(stepOf(factsOf({ reoffer: { ...reoffer, compared: 1 }, chains }))).toMatchObject({ step: 'end_reoffer' });
    expect(stepOf(factsOf({ reoffer, chains, outbox: [pending(0)] }))).toMatchObject({ step: 'push' });
  });

  test('[S24] reading never waits for sending, nor sending for reading, nor either for another scope', () => {
    const facts = factsOf(
      { outbox: [pending(0)] },
      { scope: otherScope, cursor: logStart(otherScope, epoch('epoch-1'), crypto), outbox: [pending(1)] },
    );
    expect(stepOf(facts, head(3), busy(`up ${sampleScope}`), busy(`up ${otherScope}`))).toMatchObject({ step: 'pull' });
    expect(stepOf(facts, head(3), busy(`down ${sampleScope}`))).toMatchObject({ step: 'push', scope: sampleScope });
    expect(stepOf(facts, head(3), busy(`down ${sampleScope}`), busy(`up ${sampleScope}`))).toMatchObject({
      step: 'push',
      scope: otherScope,
    });
  });

  test('[S13] bytes that came damaged are fetched beside everything else', () => {
    const facts = factsOf({ holes: [pending(0).id] });
    expect(stepOf(facts, head(3), busy(`down ${sampleScope}`))).toMatchObject({ step: 'fetch', ids: [pending(0).id] });
    expect(stepOf(facts, head(3), busy(`fetch ${sampleScope}`))).toMatchObject({ step: 'pull' });
  });

  test('[S37] attachments go beside text, each on its own', () => {
    const facts = {
      ...factsOf({ outbox: [pending(0)] }),
      blobs: [
        { hash: 'bad', direction: 'up' },
        { hash: 'good', direction: 'up' },
      ],
    } as const;
    expect(stepOf(facts)).toMatchObject({ step: 'push' });
    expect(stepOf(facts, busy(`up ${sampleScope}`), busy('blob bad'))).toMatchObject({ step: 'upload', hash: 'good' });
  });

  test('[S20] a record that waits holds up no other', () => {
    const outbox = [pending(0), pending(1, { record: toRecordId('other') })];
    const blocked: SyncEvent = { event: 'blocked', record: pending(0).record, now: 1_000, chance: 0.5 };
    expect(stepOf(factsOf({ outbox }), blocked)).toMatchObject({ step: 'push', ids: [outbox[1]?.id] });
    expect(stepOf(factsOf({ outbox }), blocked, { event: 'unblocked', records: [pending(0).record] })).toMatchObject({
      step: 'push',
      ids: outbox.map(({ id }) => id),
    });
    expect(nextStep(factsOf({ outbox }), remember(polled, blocked), 3_000)).toMatchObject({
      step: 'push',
      ids: outbox.map(({ id }) => id),
    });
  });

  test('[S26] a desk that was turned away asks on now and then, and does nothing else', () => {
    const facts = factsOf({ outbox: [pending(0)] });
    for (const access of ['revoked', 'too_old'] as const) {
      const memory = remember({ event: 'access', access });
      expect(nextStep(facts, memory, 0)).toMatchObject({ step: 'poll' });
      expect(nextStep(facts, applyEvent(memory, busy('poll')), 0)).toMatchObject({ step: 'wait', because: access });
    }
    expect(nextStep(facts, remember({ event: 'access', access: 'not_enrolled' }), 0)).toMatchObject({
      step: 'wait',
      because: 'not_enrolled',
    });
  });

  test('[S23] it never rests longer than a minute, and never asks for a step that is under way', () => {
    const lanes: readonly LaneName[] = ['poll', `down ${sampleScope}`, `fetch ${sampleScope}`, `up ${sampleScope}`];
    const event = fc.oneof(
      fc.record({ event: fc.constant('started' as const), lane: fc.constantFrom(...lanes), until: fc.nat(200_000) }),
      fc.record({
        event: fc.constant('ended' as const),
        lane: fc.constantFrom(...lanes),
        now: fc.nat(100_000),
        progress: fc.boolean(),
        chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
      }),
      fc.record({
        event: fc.constant('blocked' as const),
        record: fc.constant(pending(0).record),
        now: fc.nat(100_000),
        chance: fc.constant(0),
      }),
      fc.constantFrom<SyncEvent>(head(0), head(5), { event: 'woken', now: 5 }),
    );
    holdsFor(
      400,
      fc.tuple(fc.array(event, { maxLength: 10 }), fc.nat(300_000), fc.boolean()),
      ([events, now, hasWork]) => {
        const memory = events.reduce(applyEvent, emptyMemory);
        const step = nextStep(factsOf(hasWork ? { outbox: [pending(0)], holes: [pending(1).id] } : {}), memory, now);
        if (step.step === 'wait') expect(step.until > now && step.until <= now + 60_000).toBe(true);
        else expect(isFree(memory.lanes.get(step.lane) ?? idleLane, now) && patience(step) > 0).toBe(true);
      },
    );
  });
});

describe('a lane', () => {
  test('[S25] slows down while nothing moves, goes on for ever, and starts anew with any progress', () => {
    let lane = idleLane;
    for (let round = 0; round < 1_000; round += 1) {
      lane = laneAfter(lane, { now: 0, progress: false, chance: 0.5 });
      expect(lane.notBefore).toBeLessThanOrEqual(5 * 60_000);
    }
    expect(lane.notBefore).toBeGreaterThan(3 * 60_000);
    expect(laneAfter(lane, { now: 7, progress: true, chance: 0.5 })).toEqual({
      busyUntil: 0,
      failures: 0,
      notBefore: 7,
    });
  });

  test('[S25] spreads desks over half of every pause', () => {
    expect([pauseAfter(1, 0), pauseAfter(1, 0.999), pauseAfter(4, 0)]).toEqual([500, 1000, 4000]);
  });

  test('[S25] waits as long as the centre asks, and a little by chance', () => {
    expect(laneAfter(idleLane, { now: 0, progress: false, chance: 0.5, retryAfter: 60_000 }).notBefore).toBe(67_500);
  });

  test('[S25] whose request was never answered is free again when its patience ends', () => {
    const memory = remember({ event: 'started', lane: 'poll', until: 500 });
    expect(nextStep(factsOf({}), memory, 499)).toMatchObject({ step: 'wait', because: 'busy', until: 500 });
    expect(nextStep(factsOf({}), memory, 500)).toMatchObject({ step: 'poll' });
  });

  test('[S25] is tried at once when the network comes back', () => {
    const failed: SyncEvent = { event: 'ended', lane: 'poll', now: 0, progress: false, chance: 0.9 };
    expect(nextStep(factsOf({}), remember(failed), 10)).toMatchObject({ step: 'wait' });
    expect(nextStep(factsOf({}), remember(failed, { event: 'woken', now: 10 }), 10)).toMatchObject({ step: 'poll' });
  });
});

describe('a batch', () => {
  test('[S19] that cuts a commit group has the change before the cut signed anew', () => {
    const cut = [pending(0), pending(1)];
    expect(chooseBatch(cut, sampleDevice)).toEqual({
      ids: cut.map(({ id }) => id),
      sign: [pending(1).id],
      complete: [],
    });
    const whole = changes.map((_, index) => pending(index));
    expect(chooseBatch(whole, sampleDevice)).toMatchObject({ sign: [], complete: [] });
  });

  test('[S19] of another device takes along what vouches for it', () => {
    const foreign = chooseBatch(
      [pending(0), pending(1)],
      required(sampleGroup(1, { device: 'desk-9' })[0], 'one').header.device,
    );
    expect(foreign).toMatchObject({ sign: [], complete: [pending(1).id] });
  });

  test('[S19] signs what nothing vouched for at the centre', () => {
    const again = changes.map((_, index) => pending(index, index === 2 ? { alone: true } : {}));
    expect(chooseBatch(again, sampleDevice).sign).toEqual([pending(2).id]);
  });

  test('[S4] ends at its number of changes and its bytes, and takes one change however large', () => {
    const many = Array.from({ length: 1_500 }, (_, index) => pending(index % 8));
    expect(chooseBatch(many, sampleDevice).ids.length).toBe(syncLimits.pushChanges);
    const large = changes.map((_, index) => pending(index, { bytes: syncLimits.pushBytes }));
    expect(chooseBatch(large, sampleDevice).ids.length).toBe(1);
  });
});
