// What people are shown: who disagrees, what changed, and what a change did to what its author saw.

import { describe, expect, test } from 'vitest';
import { describeConflict } from '../../../src-shared/history/describe-conflict.ts';
import { diffValues } from '../../../src-shared/history/diff-values.ts';
import { buildGraph } from '../../../src-shared/history/graph.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import { timelineOf } from '../../../src-shared/history/timeline.ts';
import { deskOfRow, drawHistory } from '../../support/draw-history.ts';

const drawing = `
       ┌─ b
    a ─┤
       └─ c`;
const history = drawHistory(drawing, { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '3' } });

describe('a described conflict', () => {
  test('[H21] names every side with who wrote it, when and on which desk, and what was there before', () => {
    const [conflict] = mergeRecord(history.changes).conflicts;
    const described =
      conflict && describeConflict(conflict, new Map(history.changes.map((change) => [change.id, change])));
    const author = (name: string, row: number, minute: number) => ({
      at: minute * 60_000,
      by: `person-${row}`,
      device: deskOfRow(row),
      change: history.change(name).id,
      reason: null,
    });
    expect({
      ...described,
      versions: described?.versions.toSorted((left, right) => (String(left.value) < String(right.value) ? -1 : 1)),
    }).toEqual({
      kind: 'value',
      path: 'phone',
      base: { ...author('a', 2, 1), value: '1' },
      versions: [
        { value: '2', isShown: conflict?.shown === '2', authors: [author('b', 1, 2)] },
        { value: '3', isShown: conflict?.shown === '3', authors: [author('c', 3, 3)] },
      ],
    });
    expect(described?.versions[0]?.isShown).toBe(true);
  });
});

describe('differences', () => {
  test('[H32] are listed by path, with null where there was or is nothing', () => {
    const before = new Map([
      ['name', '甲'],
      ['phone', '1'],
    ]);
    const after = new Map<string, string | boolean>([
      ['phone', '2'],
      ['name', '甲'],
      ['urgent', false],
    ]);
    expect(diffValues(before, after)).toEqual([
      { path: 'phone', before: '1', after: '2' },
      { path: 'urgent', before: null, after: false },
    ]);
    expect(diffValues(after, before)).toEqual([
      { path: 'phone', before: '2', after: '1' },
      { path: 'urgent', before: false, after: null },
    ]);
  });
});

describe('the timeline', () => {
  test('[H32] says of each change what it did to what its author saw', () => {
    const entries = timelineOf(buildGraph(history.changes)).map(
      ({ change, differences }) => [history.nameOf(change.id), differences] as const,
    );
    expect(Object.fromEntries(entries)).toEqual({
      a: [{ path: 'phone', before: null, after: '1' }],
      b: [{ path: 'phone', before: '1', after: '2' }],
      c: [{ path: 'phone', before: '1', after: '3' }],
    });
  });

  test('[H32] says that deciding to remove an element took away what was shown until then', () => {
    const decided = drawHistory(
      `
       ┌─ b ─┐
    a ─┤     ├─ d
       └─ c ─┘`,
      { a: { 'items/i1': true }, b: { 'items/i1': false }, c: { 'items/i1/name': '钱包' }, d: { 'items/i1': false } },
    );
    expect(timelineOf(buildGraph(decided.changes)).at(-1)?.differences).toEqual([
      { path: 'items/i1', before: true, after: false },
    ]);
  });

  test('[H32] leaves out what was written again unchanged', () => {
    const line = drawHistory('a ── b', { a: { phone: '1', name: '甲' }, b: { phone: '1', name: '乙' } });
    expect(timelineOf(buildGraph(line.changes)).at(-1)?.differences).toEqual([
      { path: 'name', before: '甲', after: '乙' },
    ]);
  });
});
