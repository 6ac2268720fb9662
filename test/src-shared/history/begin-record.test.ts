import { describe, expect, test } from 'vitest';
import { beginRecord } from '../../../src-shared/history/append-linear.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import type { Change, Operation } from '../../../src-shared/history/change.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import { makeChange } from '../../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { projectionBytes } from '../../../src-shared/history/projection.ts';
import { arbitraryWrites } from '../../support/arbitrary-history.ts';
import { drawHistory, drawnIncarnation, drawnRecord, drawnScope } from '../../support/draw-history.ts';
import { okValue } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';
import { createSeededCryptography } from '../../support/seeded-cryptography.ts';

function firstChange(ops: readonly Operation[]): Change {
  const input = { kind: 'found_item', record: drawnRecord, parents: toParents([]), at: 7, by: 'head', ops };
  const tip = chainStart(drawnScope, toDeviceId('desk-of-the-head'), drawnIncarnation);
  return okValue(makeChange(input, tip, createSeededCryptography('first')));
}

describe("a record's first change", () => {
  test('[H29] alone says what a whole merge of it says, byte for byte', () => {
    let hiding = 0;
    holdsFor(800, arbitraryWrites, (writes) => {
      const change = firstChange(writes);
      const begun = beginRecord(change);
      const merged = mergeRecord([change]);
      expect(begun).toEqual(merged);
      expect(begun && projectionBytes(begun)).toEqual(projectionBytes(merged));
      expect([...(begun?.provenance.keys() ?? [])]).toEqual([...merged.provenance.keys()]);
      if (merged.provenance.size < writes.length) hiding += 1;
    });
    expect(hiding).toBeGreaterThan(10);
  });

  test('[H29] is left to the whole merge when it follows another, or its body is erased', () => {
    const history = drawHistory('a ── b', { a: { name: '张三' }, b: { name: '李四' } });
    expect(beginRecord(history.change('b'))).toBeNull();
    expect(beginRecord({ ...history.change('a'), body: null, bodyBytes: null })).toBeNull();
  });
});
