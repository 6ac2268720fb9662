import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import type { Scalar } from '../../../src-shared/base/scalar.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import type { Change, Operation } from '../../../src-shared/history/change.ts';
import { toChangeId, toDeviceId } from '../../../src-shared/history/ids.ts';
import { makeChange } from '../../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import type { MergedRecord } from '../../../src-shared/history/merged-record.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { undoOps } from '../../../src-shared/history/undo-operations.ts';
import { arbitraryHistory, arbitraryWrites } from '../../support/arbitrary-history.ts';
import type { DrawnHistory } from '../../support/draw-history.ts';
import { drawHistory, drawnIncarnation, drawnRecord, drawnScope } from '../../support/draw-history.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';
import { createSeededCryptography } from '../../support/seeded-cryptography.ts';

const crypto = createSeededCryptography('undo');

function undo(history: DrawnHistory, name: string) {
  return okValue(undoOps(history.changes, history.change(name).id));
}

describe('undo', () => {
  test('[H31] writes again what was there before', () => {
    const history = drawHistory('a ── b', { a: { name: '黎女士', phone: '1' }, b: { phone: '2', note: '补记' } });
    expect(undo(history, 'b')).toEqual({
      ops: [
        { path: 'note', value: null },
        { path: 'phone', value: '1' },
      ],
      overtaken: [],
    });
  });

  test('[H31] takes an added element out and puts a removed one back', () => {
    const history = drawHistory('a ── b ── c', {
      a: { name: '1' },
      b: { 'items/i1': true, 'items/i1/name': '钱包' },
      c: { 'items/i1': false },
    });
    expect(undo(history, 'c').ops).toEqual([{ path: 'items/i1', value: true }]);
    const added = drawHistory('a ── b', { a: { name: '1' }, b: { 'items/i1': true, 'items/i1/name': '钱包' } });
    expect(undo(added, 'b').ops).toEqual([
      { path: 'items/i1', value: false },
      { path: 'items/i1/name', value: null },
    ]);
  });

  test('[H31] leaves alone what others have written since or at the same time', () => {
    const later = drawHistory('a ── b ── c', {
      a: { phone: '1', name: '1' },
      b: { phone: '2', name: '2' },
      c: { phone: '3' },
    });
    expect(undo(later, 'b')).toEqual({ ops: [{ path: 'name', value: '1' }], overtaken: ['phone'] });
    const drawing = `
       ┌─ b
    a ─┤
       └─ c`;
    const disputed = drawHistory(drawing, { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '3' } });
    expect(undo(disputed, 'b')).toEqual({ ops: [], overtaken: ['phone'] });
    const agreed = drawHistory(drawing, { a: { phone: '1' }, b: { phone: '2' }, c: { phone: '2' } });
    expect(undo(agreed, 'b')).toEqual({ ops: [], overtaken: ['phone'] });
  });

  test('[H31] leaves a disputed element alone', () => {
    const history = drawHistory(
      `
       ┌─ b
    a ─┤
       └─ c`,
      { a: { 'items/i1': true }, b: { 'items/i1': false }, c: { 'items/i1/name': '钱包' } },
    );
    expect(undo(history, 'b')).toEqual({ ops: [], overtaken: ['items/i1'] });
  });

  test('[H31] of a change that is not here is a problem', () => {
    const history = drawHistory('a', { a: { phone: '1' } });
    expect(problemOf(undoOps(history.changes, toChangeId('0'.repeat(64))))).toEqual({ code: 'history_unknown_change' });
  });

  test('[H31] of a decision to remove puts the element back', () => {
    const history = drawHistory(
      `
       ┌─ b ─┐
    a ─┤     ├─ d
       └─ c ─┘`,
      { a: { 'items/i1': true }, b: { 'items/i1': false }, c: { 'items/i1/name': '钱包' }, d: { 'items/i1': false } },
    );
    expect(undo(history, 'd')).toEqual({ ops: [{ path: 'items/i1', value: true }], overtaken: [] });
  });

  test('[H31] of a save that saw everything gives back what was shown', () => {
    let changed = 0;
    holdsFor(400, fc.tuple(arbitraryHistory(), arbitraryWrites), ([changes, writes]) => {
      const seen = mergeRecord(changes);
      const saved = [...changes, save(seen, writes)];
      const { ops, overtaken } = okValue(undoOps(saved, required(saved.at(-1), 'saved').id));
      const after = mergeRecord([...saved, save(mergeRecord(saved), ops)]);
      if (ops.length > 0) changed += 1;
      expect(overtaken).toEqual([]);
      expect(fieldsOf(after.values)).toEqual(fieldsOf(seen.values));
      for (const path of seen.provenance.keys())
        expect(isThere(after.values, path), path).toBe(isThere(seen.values, path));
    });
    expect(changed).toBeGreaterThan(100);
  });
});

function save({ heads }: MergedRecord, ops: readonly Operation[]): Change {
  const input = { kind: 'found_item', record: drawnRecord, parents: toParents(heads), at: 0, by: 'p', ops };
  return okValue(makeChange(input, chainStart(drawnScope, toDeviceId('saver'), drawnIncarnation), crypto));
}

/** Everything but whether elements are there. */
function fieldsOf(values: ReadonlyMap<string, Scalar>) {
  return Object.fromEntries([...values].filter(([, value]) => typeof value !== 'boolean'));
}

/** An element that was cleared and one that is removed are the same to a reader. */
function isThere(values: ReadonlyMap<string, Scalar>, path: string): boolean {
  return (values.get(path) ?? false) !== false;
}
