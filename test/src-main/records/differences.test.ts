import { expect, it } from 'vitest';
import { differencesOf } from '../../../src-main/records/differences.ts';
import { contentToValues } from '../../../src-shared/records/content-values.ts';
import { createRecordContext } from '../../../src-shared/records/create-record-context.ts';
import { applyOps, noValues } from '../../../src-shared/records/record-values.ts';
import { screenStyle } from '../../../src-shared/records/show.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { countingIds, surroundings } from '../../support/record-surroundings.ts';

it('an entry of a list within a list is told by its name', () => {
  const content = {
    things: [{ id: 'box', name: '纸箱', quantity: 1 }],
    handouts: [{ id: 'first', at: '2025-03-28T20:15', lines: [{ id: 'line', line: 'box', amount: 1 }] }],
  };
  const values = contentToValues(parcel, content, countingIds());
  const ops = [...values].map(([path, value]) => ({ path, value }));
  const before = createRecordContext(parcel, noValues, surroundings());
  const after = createRecordContext(parcel, applyOps(noValues, ops), surroundings());
  const told = new Map(differencesOf(ops, before, after, screenStyle).map((line) => [line.path, line.after]));
  expect(told.get('things/box')).toBe('纸箱');
  expect(told.get('handouts/first')).toBe('2025-03-28 20:15');
  expect(told.get('handouts/first/lines/line')).toBe('纸箱');
});
