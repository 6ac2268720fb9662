import { expect, it } from 'vitest';
import type { Content } from '../../../src-shared/records/content.ts';
import { contentToValues } from '../../../src-shared/records/content-values.ts';
import { createRecordContext } from '../../../src-shared/records/create-record-context.ts';
import { entriesAt } from '../../../src-shared/records/place.ts';
import { screenStyle, show } from '../../../src-shared/records/show.ts';
import { entryName } from '../../../src-shared/records/show-value.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { countingIds, surroundings } from '../../support/record-surroundings.ts';

function names(list: string, content: Content): readonly string[] {
  const context = createRecordContext(parcel, contentToValues(parcel, content, countingIds()), surroundings());
  return entriesAt(context.place, list).map((place) => show(entryName(place, context), screenStyle));
}

it('an entry is called by its first text or choice, else by its first time or number, never by its id', () => {
  expect(
    names('things', {
      things: [
        { id: 'box', name: '纸箱', quantity: 1 },
        { id: 'bag', quantity: 3 },
      ],
    }),
  ).toEqual(['纸箱', '3']);
  expect(names('handouts', { handouts: [{ id: 'first', at: '2025-03-28T20:15' }, { id: 'second' }] })).toEqual([
    '2025-03-28 20:15',
    '…',
  ]);
});

it('an entry is never called by what may not be shown', () => {
  expect(names('things', { things: [{ id: 'box', serial: 'SN-889900' }] })).toEqual(['…']);
});
