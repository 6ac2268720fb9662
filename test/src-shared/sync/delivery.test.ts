import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery, DeliveryEvent } from '../../../src-shared/sync/delivery/delivery.ts';
import { deliveryAfter, onThisDesk } from '../../../src-shared/sync/delivery/delivery.ts';
import {
  countDeliveries,
  isAllConfirmed,
  onlyHere,
  totalOf,
} from '../../../src-shared/sync/delivery/delivery-counters.ts';
import { holdsFor } from '../../support/properties.ts';
import { epoch } from '../../support/sync-samples.ts';

const seq = fc.integer({ min: 1, max: 5 });
const at = fc.constantFrom(epoch('epoch-1'), epoch('epoch-2'));
const event: fc.Arbitrary<DeliveryEvent> = fc.oneof(
  fc.constantFrom<DeliveryEvent>({ event: 'sent' }, { event: 'retried' }, { event: 'doubted' }, { event: 'unknown' }),
  fc.constantFrom<DeliveryEvent>(
    { event: 'carried', stick: 1 },
    { event: 'refused', code: 'x' },
    { event: 'set_aside', code: 'y' },
  ),
  fc.record({ event: fc.constantFrom('listed' as const, 'passed' as const), epoch: at, seq }),
  fc.record({ event: fc.constant('received' as const), epoch: at, seq, at: fc.constant(0) }),
);

const endOf = (events: readonly DeliveryEvent[], from: Delivery = onThisDesk) => events.reduce(deliveryAfter, from);
const received: DeliveryEvent = { event: 'received', epoch: epoch('epoch-1'), seq: 3, at: 9 };
const listed: DeliveryEvent = { event: 'listed', epoch: epoch('epoch-1'), seq: 3 };

describe('the delivery of a change', () => {
  test('[S33] goes from this PC by stick or network to a receipt, and to the log', () => {
    expect(endOf([{ event: 'carried', stick: 3 }])).toEqual({ state: 'on_stick', stick: 3 });
    expect(endOf([{ event: 'sent' }, received])).toEqual({ state: 'received', epoch: 'epoch-1', seq: 3, at: 9 });
    expect(endOf([{ event: 'sent' }, received, listed])).toEqual({ state: 'confirmed', epoch: 'epoch-1', seq: 3 });
  });

  test('[S33] never says received without a receipt, nor confirmed without the log', () => {
    holdsFor(500, fc.array(event, { maxLength: 12 }), (events) => {
      const { state } = endOf(events);
      if (state === 'received') expect(events.some((one) => one.event === 'received')).toBe(true);
      if (state === 'confirmed') expect(events.some((one) => one.event === 'listed')).toBe(true);
    });
  });

  test('[S33] is taken back by a doubt alone: late and doubled news change nothing', () => {
    for (const late of ['sent', 'unknown', 'retried'] as const) {
      expect(endOf([received, { event: late }]).state).toBe('received');
      expect(endOf([received, listed, { event: late }]).state).toBe('confirmed');
    }
    expect(endOf([received, { event: 'refused', code: 'x' }]).state).toBe('received');
    expect(endOf([received, listed, { event: 'doubted' }])).toEqual({ state: 'doubted' });
    expect(endOf([received, { event: 'doubted' }, { event: 'unknown' }])).toEqual(onThisDesk);
  });

  test('[S22] is doubted where the log passes the number of its receipt without it', () => {
    const passed = (name: string, upTo: number): DeliveryEvent => ({ event: 'passed', epoch: epoch(name), seq: upTo });
    expect(endOf([received, passed('epoch-1', 2)]).state).toBe('received');
    expect(endOf([received, passed('epoch-2', 9)]).state).toBe('received');
    expect(endOf([received, passed('epoch-1', 3)]).state).toBe('doubted');
    expect(endOf([received, listed, passed('epoch-1', 3)]).state).toBe('confirmed');
  });

  test('[S21] that was refused starts again when a person says so', () => {
    expect(endOf([{ event: 'refused', code: 'x' }, { event: 'retried' }])).toEqual(onThisDesk);
    expect(endOf([{ event: 'set_aside', code: 'x' }, { event: 'retried' }])).toEqual(onThisDesk);
  });
});

describe('the counters', () => {
  test('[S34] always add up, and say "all confirmed" only when every change is', () => {
    holdsFor(300, fc.array(fc.array(event, { maxLength: 6 }), { maxLength: 30 }), (histories) => {
      const states = histories.map((events) => endOf(events).state);
      const counters = countDeliveries(states);
      expect(totalOf(counters)).toBe(histories.length);
      expect(isAllConfirmed(counters)).toBe(states.every((state) => state === 'confirmed'));
      expect(onlyHere(counters)).toBe(states.filter((state) => state !== 'confirmed' && state !== 'received').length);
    });
  });
});
