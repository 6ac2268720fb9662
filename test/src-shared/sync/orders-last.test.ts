// Orders to erase go out when nothing else of their scope is left to send.

import { expect, test } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { nextStep } from '../../../src-shared/sync/desk/next-step.ts';
import type { Pending, ScopeFacts } from '../../../src-shared/sync/desk/sync-facts.ts';
import { applyEvent, emptyMemory } from '../../../src-shared/sync/desk/sync-memory.ts';
import { toErasureId } from '../../../src-shared/sync/format/log-entry.ts';
import { sampleDevice, sampleGroup, sampleIncarnation, sampleScope } from '../../support/sync-samples.ts';

const order = toErasureId('a'.repeat(64));
const change = required(sampleGroup(1)[0], 'a group of one');
const pending: Pending = {
  id: change.id,
  record: change.header.record,
  device: sampleDevice,
  incarnation: sampleIncarnation,
  n: 1,
  prev: null,
  bytes: 500,
  signed: true,
  unsure: false,
  alone: false,
};

function stepWith(outbox: readonly Pending[]) {
  const scope: ScopeFacts = {
    scope: sampleScope,
    granted: true,
    cursor: null,
    checkpoints: [],
    receipted: null,
    doubt: null,
    reoffer: null,
    bootstrap: null,
    holes: [],
    chains: [],
    outbox,
    orders: [order],
  };
  const polled = applyEvent(emptyMemory, { event: 'rested', lane: 'poll', until: 9_000_000 });
  return nextStep({ device: sampleDevice, scopes: [scope], blobs: [], worthASnapshot: 100 }, polled, 1_000);
}

test('[S39] whatever is undelivered goes before an order to erase', () => {
  const lane = `up ${sampleScope}`;
  expect(stepWith([pending])).toEqual({
    step: 'push',
    lane,
    scope: sampleScope,
    ids: [change.id],
    sign: [],
    complete: [],
  });
  const orders = { step: 'push', lane, scope: sampleScope, ids: [], sign: [], complete: [], orders: [order] };
  expect(stepWith([])).toEqual(orders);
});
