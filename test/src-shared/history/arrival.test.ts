// Every order of arrival of small histories, and histories far larger than any desk has.

import { describe, expect, test } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToText } from '../../../src-shared/base/bytes.ts';
import { appendLinear } from '../../../src-shared/history/append-linear.ts';
import type { ChainTip } from '../../../src-shared/history/chain-tip.ts';
import { chainStart, tipAfter } from '../../../src-shared/history/chain-tip.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import { buildGraph } from '../../../src-shared/history/graph.ts';
import type { ChangeId } from '../../../src-shared/history/ids.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import { makeChange } from '../../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import type { MergedRecord } from '../../../src-shared/history/merged-record.ts';
import { planJoins, toParents } from '../../../src-shared/history/parents.ts';
import { projectionBytes } from '../../../src-shared/history/projection.ts';
import { drawHistory, drawnIncarnation, drawnRecord, drawnScope } from '../../support/draw-history.ts';
import { okValue } from '../../support/ok-value.ts';
import { createSeededCryptography } from '../../support/seeded-cryptography.ts';

const crypto = createSeededCryptography('arrival');
const wallet = { 'items/i1': true, 'items/i1/name': '钱包' };

describe('every order of arrival', () => {
  const histories = {
    'a conflict, its decision and a late comer': drawHistory(
      `
       ┌─ b ─┐
    a ─┼─ c ─┴─ e ── f
       └─ d`,
      {
        a: { phone: '1' },
        b: { phone: '2' },
        c: { phone: '3' },
        d: { phone: '4' },
        e: { phone: '3' },
        f: { name: '黎女士' },
      },
    ),
    'a removed element': drawHistory(
      `
       ┌─ b ──── f
    a ─┤
       ├─ c ─┬─ d
       └─ e ─┘`,
      {
        a: wallet,
        b: { 'items/i1': false },
        c: { 'items/i1/name': '黑色钱包' },
        d: { 'items/i1': true },
        e: { 'items/i1': false },
        f: { 'items/i1': true },
      },
    ),
    'two beginnings': drawHistory(
      `
    a ── b ─┬─ e
    c ── d ─┴─ f`,
      { a: { name: '1' }, b: wallet, c: { name: '2' }, d: { 'items/i1': false }, e: { name: '3' }, f: { phone: '1' } },
    ),
  };

  test.each(Object.entries(histories))('[H17] of %s ends in the same bytes', (_, { changes }) => {
    const expected = projection(mergeRecord(changes));
    const orders = permutations(changes);
    expect(orders.length).toBe(720);
    for (const order of orders) expect(projection(mergeOneByOne(order))).toBe(expected);
  });
});

describe('large histories', () => {
  test('[H16] four thousand heads in one record are one conflict, found with bounded work', () => {
    const root = make([], 0, null);
    const heads = Array.from({ length: 4000 }, (_, index) => make([root.id], index, null));
    // Work that grows with the cube of the heads would outlast the time a test is given.
    const merged = mergeRecord([root, ...heads]);
    expect(merged.heads.length).toBe(4000);
    expect(merged.conflicts.map(({ path, versions }) => [path, versions.length])).toEqual([['phone', 4000]]);
  });

  test('[H16] joining a thousand heads leaves the conflict, and one decision settles it', () => {
    const root = make([], 0, null);
    let changes: readonly Change[] = [
      root,
      ...Array.from({ length: 1000 }, (_, index) => make([root.id], index, null)),
    ];
    for (
      let joins = planJoins(buildGraph(changes).heads);
      joins.length > 0;
      joins = planJoins(buildGraph(changes).heads)
    )
      changes = [...changes, ...joins.map((parents, index) => make(parents, index, []))];
    const joined = mergeRecord(changes);
    expect(joined.heads.length).toBe(32);
    expect(joined.conflicts.map(({ versions }) => versions.length)).toEqual([1000]);
    const decision = make(joined.heads, 0, null);
    const settled = mergeRecord([...changes, decision]);
    expect(settled.conflicts).toEqual([]);
    expect(settled.provenance.get('phone')).toBe(decision.id);
  });

  test('[H18] a line of twenty thousand changes needs no deep stack and no reach', () => {
    const line: Change[] = [];
    let tip: ChainTip = chainStart(drawnScope, toDeviceId('desk-0'), drawnIncarnation);
    while (line.length < 20_000) {
      const parents = toParents(line.length === 0 ? [] : [required(tip.id, 'a change before')]);
      const input = {
        kind: 'visit',
        record: drawnRecord,
        parents,
        at: 0,
        by: 'p',
        ops: [{ path: 'note', value: line.length }],
      };
      const change = okValue(makeChange(input, tip, crypto));
      line.push(change);
      tip = tipAfter(change);
    }
    const graph = buildGraph(line.toReversed());
    expect(graph.order.at(-1)?.generation).toBe(20_000);
    expect(graph.order.reduce((sum, { reach }) => sum + reach.size, 0)).toBe(0);
    expect(mergeRecord(line.toReversed()).values.get('note')).toBe(19_999);
  });
});

function make(parents: readonly ChangeId[], desk: number, ops: readonly [] | null): Change {
  const tip = chainStart(drawnScope, toDeviceId(`desk-${desk}`), drawnIncarnation);
  const input = {
    kind: 'visit',
    record: drawnRecord,
    parents: toParents(parents),
    at: 0,
    by: 'p',
    ops: ops ?? [{ path: 'phone', value: `${desk}-${parents.length}` }],
  };
  return okValue(makeChange(input, tip, crypto));
}

function mergeOneByOne(order: readonly Change[]): MergedRecord {
  let merged: MergedRecord | null = null;
  for (const [index, change] of order.entries()) {
    const appended: MergedRecord | null = merged === null ? null : appendLinear(merged, change);
    merged = appended ?? mergeRecord(order.slice(0, index + 1));
  }
  return required(merged, 'there is a change');
}

function projection(merged: MergedRecord): string {
  return bytesToText(projectionBytes(merged));
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
