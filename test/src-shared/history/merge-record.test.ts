import { describe, expect, test } from 'vitest';
import { appendLinear } from '../../../src-shared/history/append-linear.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import { toDeviceId, toScopeId } from '../../../src-shared/history/ids.ts';
import { makeChange } from '../../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { drawConflict, drawHistory, drawnIncarnation, drawnRecord } from '../../support/draw-history.ts';
import { okValue } from '../../support/ok-value.ts';
import { createSeededCryptography } from '../../support/seeded-cryptography.ts';

const fork = `
       ┌─ b
    a ─┤
       └─ c`;
const diamond = `
       ┌─ b ─┐
    a ─┤     ├─ d
       └─ c ─┘`;

function valuesOf(changes: Parameters<typeof mergeRecord>[0]) {
  return Object.fromEntries(mergeRecord(changes).values);
}

describe('values', () => {
  test('[H20] the later of two changes that follow each other stands', () => {
    const history = drawHistory('a ── b', { a: { name: '张三', phone: '1' }, b: { phone: '2' } });
    expect(valuesOf(history.changes)).toEqual({ name: '张三', phone: '2' });
  });

  test('[H20] edits of different fields both survive', () => {
    const history = drawHistory(fork, { a: { name: '张三' }, b: { phone: '1' }, c: { address: '溪心桥' } });
    const merged = mergeRecord(history.changes);
    expect(Object.fromEntries(merged.values)).toEqual({ name: '张三', phone: '1', address: '溪心桥' });
    expect(merged.conflicts).toEqual([]);
  });

  test('[H20] a cleared value is gone, and who cleared it is known', () => {
    const history = drawHistory('a ── b', { a: { phone: '1' }, b: { phone: null } });
    const merged = mergeRecord(history.changes);
    expect([...merged.values]).toEqual([]);
    expect(merged.provenance.get('phone')).toBe(history.change('b').id);
  });
});

describe('conflicts', () => {
  test('[H21] different values written without knowledge of each other are a conflict with their common base', () => {
    const history = drawHistory(fork, { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '3' } });
    const [conflict, ...others] = mergeRecord(history.changes).conflicts;
    expect(others).toEqual([]);
    expect(conflict && drawConflict(conflict, history)).toEqual({
      kind: 'value',
      path: 'phone',
      sides: [
        ['2', 'b'],
        ['3', 'c'],
      ],
      base: ['1', 'a'],
    });
  });

  test('[H21] the base is the value that all sides had seen last', () => {
    const history = drawHistory(
      `
             ┌─ c
    a ── b ──┤
             └─ d`,
      { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '3' }, d: { phone: '4' } },
    );
    expect(mergeRecord(history.changes).conflicts.map((conflict) => drawConflict(conflict, history).base)).toEqual([
      ['2', 'b'],
    ]);
  });

  test('[H21] there is no base where the sides had seen different values last', () => {
    const history = drawHistory(
      `
    a ─┬─ c
    b ─┴─ d`,
      { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '3' }, d: { phone: '4' } },
    );
    expect(mergeRecord(history.changes).conflicts.map((conflict) => drawConflict(conflict, history).base)).toEqual([
      null,
    ]);
  });

  test('[H22] equal values are never in conflict', () => {
    const history = drawHistory(fork, { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '2' } });
    expect(mergeRecord(history.changes).conflicts).toEqual([]);
    expect(valuesOf(history.changes)).toEqual({ phone: '2' });
  });

  test('[H23] a decision that saw both sides settles the conflict', () => {
    const history = drawHistory(diamond, {
      a: { phone: '1' },
      b: { phone: '2' },
      c: { phone: '3' },
      d: { phone: '3' },
    });
    expect(mergeRecord(history.changes).conflicts).toEqual([]);
    expect(valuesOf(history.changes)).toEqual({ phone: '3' });
  });

  test('[H23] a value that the decision had not seen is a new conflict', () => {
    const history = drawHistory(
      `
       ┌─ b ─┐
    a ─┤     ├─ d
       ├─ c ─┘
       └─ e`,
      { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '3' }, d: { phone: '3' }, e: { phone: '4' } },
    );
    const conflicts = mergeRecord(history.changes).conflicts.map((conflict) => drawConflict(conflict, history));
    expect(conflicts).toEqual([
      {
        kind: 'value',
        path: 'phone',
        sides: [
          ['3', 'd'],
          ['4', 'e'],
        ],
        base: ['1', 'a'],
      },
    ]);
  });

  test('[H24] the deeper change is shown, whatever the clocks say', () => {
    const history = drawHistory(
      `
       ┌─ b ── c
    a ─┤
       └─ d`,
      { a: { phone: '1' }, c: { phone: '2' }, d: { phone: '3' } },
    );
    expect(valuesOf(history.changes)).toEqual({ phone: '2' });
  });
});

describe('elements', () => {
  const wallet = { 'items/i1': true, 'items/i1/name': '钱包' };

  test('[H26] a removed element and everything in it is not shown', () => {
    const history = drawHistory('a ── b', { a: wallet, b: { 'items/i1': false } });
    expect(valuesOf(history.changes)).toEqual({ 'items/i1': false });
  });

  test('[H26] an element that is put back has its content again', () => {
    const history = drawHistory('a ── b ── c', { a: wallet, b: { 'items/i1': false }, c: { 'items/i1': true } });
    expect(valuesOf(history.changes)).toEqual(wallet);
  });

  test('[H27] removal against an edit inside is one conflict at the element, which stays visible', () => {
    const history = drawHistory(fork, { a: wallet, b: { 'items/i1': false }, c: { 'items/i1/name': '黑色钱包' } });
    const merged = mergeRecord(history.changes);
    expect(merged.conflicts.map((conflict) => drawConflict(conflict, history))).toEqual([
      {
        kind: 'element',
        path: 'items/i1',
        sides: [
          [false, 'b'],
          [true, 'c'],
        ],
        base: [true, 'a'],
      },
    ]);
    expect(Object.fromEntries(merged.values)).toEqual({ 'items/i1': true, 'items/i1/name': '黑色钱包' });
  });

  test('[H27] an edit that saw the removal is no conflict', () => {
    const history = drawHistory('a ── b ── c', {
      a: wallet,
      b: { 'items/i1': false },
      c: { 'items/i1/name': '黑色钱包' },
    });
    const merged = mergeRecord(history.changes);
    expect(merged.conflicts).toEqual([]);
    expect(Object.fromEntries(merged.values)).toEqual({ 'items/i1': false });
  });

  test.each([
    [true, { 'items/i1': true, 'items/i1/name': '黑色钱包' }],
    [false, { 'items/i1': false }],
  ])('[H27] deciding for %s settles it', (decision, values) => {
    const history = drawHistory(diamond, {
      a: wallet,
      b: { 'items/i1': false },
      c: { 'items/i1/name': '黑色钱包' },
      d: { 'items/i1': decision },
    });
    const merged = mergeRecord(history.changes);
    expect(merged.conflicts).toEqual([]);
    expect(Object.fromEntries(merged.values)).toEqual(values);
  });

  test('[H27] an edit elsewhere by someone who saw both leaves the conflict open', () => {
    const history = drawHistory(diamond, {
      a: wallet,
      b: { 'items/i1': false },
      c: { 'items/i1/name': '黑色钱包' },
      d: { 'items/i1/name': '黑色皮钱包' },
    });
    const merged = mergeRecord(history.changes);
    expect(merged.conflicts.map(({ kind, path }) => ({ kind, path }))).toEqual([{ kind: 'element', path: 'items/i1' }]);
    expect(merged.values.get('items/i1/name')).toBe('黑色皮钱包');
  });
});

describe('a moved record', () => {
  test('[H28] is of the kind of its first change and in the scope of its last', () => {
    const history = drawHistory('a', { a: { name: '张三' } });
    const first = history.change('a');
    const tip = chainStart(toScopeId('scope-2'), toDeviceId('desk-9'), drawnIncarnation);
    const input = { kind: 'visit', record: drawnRecord, parents: toParents([first.id]), at: 7, by: 'p9', ops: [] };
    const moved = okValue(makeChange(input, tip, createSeededCryptography('moved')));
    expect(appendLinear(mergeRecord([first]), moved)).toEqual(mergeRecord([moved, first]));
    const { kind, scope, created, updated } = mergeRecord([moved, first]);
    expect({ kind, scope, created, updated }).toEqual({
      kind: 'found_item',
      scope: 'scope-2',
      created: { at: 60_000, by: 'person-0', device: 'desk-0', change: first.id },
      updated: { at: 7, by: 'p9', device: 'desk-9', change: moved.id },
    });
  });
});

describe('waiting', () => {
  test('[H19] a change without its parent waits, and the parent is named', () => {
    const history = drawHistory('a ── b ── c', { a: { name: '张三' }, b: { name: '李四' }, c: { name: '王五' } });
    const merged = mergeRecord(history.pick('a', 'c'));
    expect(Object.fromEntries(merged.values)).toEqual({ name: '张三' });
    expect(merged.waiting).toEqual([history.change('b').id]);
    expect(merged.changeCount).toBe(1);
  });
});
