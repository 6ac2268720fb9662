import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src-shared/records/content.ts';
import { scoreMatch } from '../../../src-shared/records/match-records.ts';
import { parcel } from '../../support/parcel-kind.ts';

const lost: Content = {
  received_at: '2025-03-28T14:00',
  place: '荆山陈夜市',
  things: [
    { id: 'a', name: '黑色皮钱包', price: 100 },
    { id: 'b', name: '红伞' },
  ],
};
const score = (theirs: Content, mine: Content = lost) => scoreMatch(parcel, mine, theirs).score;

describe('matching two records', () => {
  it('is certain of what is the same, and sees nothing in what is not', () => {
    expect(score(lost)).toBe(1);
    expect(
      score({ received_at: '2024-03-28T14:00', place: '河边', things: [{ id: 'x', name: '自行车', price: 7 }] }),
    ).toBe(0);
    expect(score({}, {})).toBe(0);
  });

  it('compares things one by one: the name of one and the price of another are no match', () => {
    const together = score({ things: [{ id: 'x', name: '黑色皮钱包', price: 100 }] });
    const apart = score({
      things: [
        { id: 'x', name: '黑色皮钱包', price: 7 },
        { id: 'y', name: '自行车', price: 100 },
      ],
    });
    expect(together).toBeGreaterThan(apart);
  });

  it('puts nearer times and likelier words first', () => {
    const on = (received_at: string) => score({ ...lost, received_at });
    expect(on('2025-03-28T09:00')).toBeGreaterThan(on('2025-04-02'));
    expect(on('2025-04-02')).toBeGreaterThan(on('2025-06-01'));
    const named = (name: string) => score({ ...lost, things: [{ id: 'x', name, price: 100 }] });
    expect(named('皮钱包')).toBeGreaterThan(named('黑色背包'));
    expect(named('黑色背包')).toBeGreaterThan(named('自行车'));
  });

  it('is less sure where one side tells nothing, but not as unsure as where they differ', () => {
    const { place: _, ...placeless } = lost;
    expect(score(lost)).toBeGreaterThan(score(placeless));
    expect(score(placeless)).toBeGreaterThan(score({ ...lost, place: '河边' }));
  });

  it('is the same from both sides', () => {
    const other: Content = { received_at: '2025-03-30', place: '夜市', things: [{ id: 'x', name: '钱包' }] };
    expect(score(other, lost)).toBeCloseTo(score(lost, other), 10);
  });

  it('says why, the weightiest first', () => {
    expect(
      scoreMatch(parcel, lost, { received_at: '2025-03-28', things: [{ id: 'x', name: '皮钱包' }] }).reasons,
    ).toEqual([
      { path: 'things/name', label: { zh: '名称', en: 'Name' }, likeness: 0.9 },
      { path: 'received_at', label: { zh: '收件时间', en: 'Received at' }, likeness: 1 },
    ]);
  });

  it('finds nothing for a kind that matches nothing', () => {
    const { matching: _, ...plain } = parcel;
    expect(scoreMatch(plain, lost, lost)).toEqual({ score: 0, reasons: [] });
  });
});
