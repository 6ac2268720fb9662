import { describe, expect, test } from 'vitest';
import type { Scalar } from '../../../src-shared/base/scalar.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import { toChangeId, toDeviceId } from '../../../src-shared/history/ids.ts';
import { makeChange } from '../../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { undoOps } from '../../../src-shared/history/undo-operations.ts';
import { arbitraryHistory } from '../../support/arbitrary-history.ts';
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

  test('[H31] of a change that is not here is a problem', () => {
    const history = drawHistory('a', { a: { phone: '1' } });
    expect(problemOf(undoOps(history.changes, toChangeId('0'.repeat(64))))).toEqual({ code: 'history_unknown_change' });
  });

  test('[H31] of the last save in a line gives back the record as it was, in whatever line', () => {
    let undone = 0;
    holdsFor(300, arbitraryHistory(), (changes) => {
      const last = changes.at(-1);
      const before = changes.slice(0, -1);
      if (last === undefined || before.length === 0) return;
      const seen = mergeRecord(before);
      if (seen.heads.join() !== last.header.parents.join() || seen.conflicts.length > 0) return;
      const { ops, overtaken } = okValue(undoOps(changes, last.id));
      const input = { kind: 'found_item', record: drawnRecord, parents: toParents([last.id]), at: 0, by: 'p', ops };
      const change = okValue(makeChange(input, chainStart(drawnScope, toDeviceId('undoer'), drawnIncarnation), crypto));
      const after = mergeRecord([...changes, change]);
      expect(overtaken).toEqual([]);
      expect(fieldsOf(after.values)).toEqual(fieldsOf(seen.values));
      for (const path of seen.provenance.keys())
        expect(isThere(after.values, path), path).toBe(isThere(seen.values, path));
      undone += 1;
    });
    expect(undone).toBeGreaterThan(30);
  });
});

/** Everything but whether elements are there. */
function fieldsOf(values: ReadonlyMap<string, Scalar>) {
  return Object.fromEntries([...values].filter(([, value]) => typeof value !== 'boolean'));
}

/** An element that was cleared and one that is removed are the same to a reader. */
function isThere(values: ReadonlyMap<string, Scalar>, path: string): boolean {
  return (values.get(path) ?? false) !== false;
}
