import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src-shared/records/content.ts';
import { createRecordContext, withContent } from '../../../src-shared/records/create-record-context.ts';
import { isoDateTime } from '../../../src-shared/records/dates/iso-date-time.ts';
import { brokenInvariants } from '../../../src-shared/records/guard-conflicts.ts';
import { deadlinesOf, nextDue } from '../../../src-shared/records/record-deadlines.ts';
import { summarise } from '../../../src-shared/records/summary.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { surroundings } from '../../support/record-surroundings.ts';

function contextOf(content: Content, now: string, status = 'received') {
  return withContent(
    createRecordContext(parcel, new Map([['status', status]]), surroundings({ now: isoDateTime(now) })),
    content,
  );
}
const briefly = (content: Content, now: string, status?: string) =>
  deadlinesOf(contextOf(content, now, status)).map(({ key, due, overdue, warn }) => [key, due, overdue, warn]);

describe('deadlines of a record', () => {
  it('carry their source, their last day before a shift, and when they turn yellow', () => {
    // Thirty days from 3 April 2025 end on Saturday 3 May, inside the Labour Day holiday; 6 May is worked.
    expect(deadlinesOf(contextOf({ received_at: '2025-04-03T09:00' }, '2025-04-10T12:00'))).toEqual([
      {
        key: 'keeping',
        label: { zh: '保管期满', en: 'Keeping ends' },
        due: '2025-05-06',
        shiftedFrom: '2025-05-03',
        endsAt: '2025-05-07T00:00',
        warnFrom: '2025-05-01',
        provisional: false,
        overdue: false,
        warn: false,
        source: { zh: '本所规定', en: 'House rule' },
      },
    ]);
  });

  it('turn yellow, then red after 24:00 of the last day', () => {
    const content = { received_at: '2025-04-03T09:00' };
    expect(briefly(content, '2025-05-01T00:00')).toEqual([['keeping', '2025-05-06', false, true]]);
    expect(briefly(content, '2025-05-06T23:59')).toEqual([['keeping', '2025-05-06', false, true]]);
    expect(briefly(content, '2025-05-07T00:00')).toEqual([['keeping', '2025-05-06', true, false]]);
  });

  it('run only in their states, and come earliest first', () => {
    const content = { received_at: '2025-04-03T09:00', keep_until: '2025-04-20' };
    expect(briefly(content, '2025-04-10T12:00').map(([key]) => key)).toEqual(['promised', 'keeping']);
    expect(briefly(content, '2025-04-10T12:00', 'expired').map(([key]) => key)).toEqual(['promised']);
    expect(briefly(content, '2025-04-10T12:00', 'void')).toEqual([]);
    expect(nextDue(contextOf({}, '2025-04-10T12:00'))).toBeNull();
  });

  it('say when they rest on a year without an official calendar', () => {
    expect(deadlinesOf(contextOf({ received_at: '2031-01-01T09:00' }, '2031-01-01T12:00'))[0]?.provisional).toBe(true);
  });
});

describe('a summary', () => {
  it('tells the facts of lists and boards', () => {
    const content = {
      received_at: '2025-03-28T14:05',
      place: '夜市',
      things: [{ id: 'bag', name: '布袋', quantity: 1 }],
      owner: { name: '黎女士' },
    };
    const { nextDue: due, sortName, ...rest } = summarise(contextOf(content, '2025-03-28T23:40'));
    expect(rest).toEqual({ title: '夜市：布袋', occurredAt: '2025-03-28T14:05', stage: 'open', custody: true });
    expect(due?.due).toBe('2025-04-27');
    expect(sortName.startsWith('ye')).toBe(true);
  });

  it('is possible for an empty record and for a state of a newer version', () => {
    expect(summarise(contextOf({}, '2025-03-28T23:40', 'teleported'))).toEqual({
      title: '',
      occurredAt: null,
      sortName: '',
      nextDue: null,
      stage: 'open',
      custody: false,
    });
  });
});

describe('invariants after a merge', () => {
  it('are named with what is wrong where', () => {
    const merged = contextOf({ receiver: 'officer-1', second_receiver: 'officer-1' }, '2025-03-28T23:40');
    expect(brokenInvariants(merged)).toMatchObject([
      { key: 'two_people', problems: [{ code: 'must_differ', path: 'receiver' }] },
    ]);
  });
});
