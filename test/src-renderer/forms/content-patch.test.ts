import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchBetween, withPatch } from '../../../src-renderer/forms/content-patch.ts';
import { withoutEntries } from '../../../src-renderer/forms/content-paths.ts';
import { createFormStore, type FormStore } from '../../../src-renderer/forms/form-store.ts';
import type { Content } from '../../../src-shared/records/content.ts';
import { contentToValues, valuesToContent } from '../../../src-shared/records/content-values.ts';
import { patchToOps } from '../../../src-shared/records/patch.ts';
import { applyOps } from '../../../src-shared/records/record-values.ts';
import { okValue } from '../../support/ok-value.ts';
import { parcel, parcelContent } from '../../support/parcel-kind.ts';
import { holdsFor } from '../../support/properties.ts';
import { countingIds } from '../../support/record-surroundings.ts';

const saved = contentToValues(parcel, parcelContent, countingIds());
const base = valuesToContent(parcel, saved).content;
const between = (after: Content) => patchBetween(parcel.fields, base, after);

describe('a patch between what was shown and what was typed', () => {
  it('is empty when nothing changed, whatever is spelled as empty', () => {
    expect(between(base)).toEqual({});
    expect(between({ ...base, result: null, purpose: [], secret: '' })).toEqual({});
  });

  it('holds only touched fields, entries by id, and single codes of a multiple choice', () => {
    const store = createFormStore({ content: { ...base, purpose: ['phone'] }, check: () => [] });
    store.set('place', '河边');
    store.set('owner/phone', '13800138001');
    store.set('things/bag/quantity', 3);
    store.set('purpose', ['letter']);
    store.set('receiver', null);
    expect(patchBetween(parcel.fields, { ...base, purpose: ['phone'] }, store.kept())).toEqual({
      place: '河边',
      receiver: null,
      purpose: { letter: true, phone: false },
      things: { bag: { quantity: 3 } },
      owner: { phone: '13800138001' },
    });
  });

  it('takes out an entry by its id and gives a new one its place', () => {
    const store = createFormStore({ content: base, check: () => [] });
    store.removeEntry('things/box');
    store.addEntry('things', { id: 'umbrella', name: '伞', quantity: 1 }, 0);
    expect(between(store.kept())).toEqual({
      things: { box: null, umbrella: { name: '伞', quantity: 1, order: 1500 } },
    });
  });

  it('moves an entry by changing one order number', () => {
    const store = createFormStore({ content: base, check: () => [] });
    store.moveEntry('things/box', -1);
    expect(between(store.kept())).toEqual({ things: { bag: { order: 3000 } } });
  });

  it('never sends a computed field', () => {
    expect(between({ ...base, total: 5 })).toEqual({});
  });
});

const edits = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('set' as const),
      path: fc.constantFrom('place', 'owner/name', 'things/bag/name', 'things/box/quantity', 'secret'),
      value: fc.oneof(fc.constant(null), fc.constantFrom('甲', '乙'), fc.integer({ min: 1, max: 9 })),
    }),
    fc.record({ do: fc.constant('codes' as const), value: fc.subarray(['phone', 'letter', 'visit']) }),
    fc.record({ do: fc.constant('add' as const), id: fc.constantFrom('new-a', 'new-b', 'new-c'), after: fc.nat(3) }),
    fc.record({
      do: fc.constant('remove' as const),
      path: fc.constantFrom('things/bag', 'things/box', 'things/new-a'),
    }),
    fc.record({
      do: fc.constant('move' as const),
      path: fc.constantFrom('things/bag', 'things/box'),
      by: fc.constantFrom(-1 as const, 1 as const),
    }),
  ),
  { maxLength: 12 },
);
type Edit = ReturnType<typeof edits.generate>['value'][number];

function apply(store: FormStore, edit: Edit): void {
  const ids = () => JSON.stringify(store.state().content.things);
  switch (edit.do) {
    case 'set':
      return store.set(
        edit.path,
        edit.path.endsWith('quantity') === (typeof edit.value === 'number') ? edit.value : null,
      );
    case 'codes':
      return store.set('purpose', edit.value);
    case 'add':
      return ids().includes(edit.id) ? undefined : store.addEntry('things', { id: edit.id, name: '伞' }, edit.after);
    case 'remove':
      return store.removeEntry(edit.path);
    default:
      return store.moveEntry(edit.path, edit.by);
  }
}

/** As the service would read it back: no empty values, codes in their order. */
function asStored(content: Content): unknown {
  return valuesToContent(parcel, contentToValues(parcel, content, countingIds())).content;
}

describe('any sequence of edits', () => {
  it('saved as a patch gives the record exactly what the form showed', () => {
    holdsFor(300, edits, (sequence) => {
      const store = createFormStore({ content: base, check: () => [] });
      for (const edit of sequence) apply(store, edit);
      const ops = okValue(patchToOps(parcel, saved, between(store.kept()), countingIds()));
      expect(valuesToContent(parcel, applyOps(saved, ops)).content).toEqual(asStored(store.kept()));
    });
  });

  it('kept as a draft comes back as it was typed, with what was taken out still to be seen', () => {
    holdsFor(300, edits, (sequence) => {
      const store = createFormStore({ content: base, check: () => [] });
      for (const edit of sequence) apply(store, edit);
      const patch = JSON.parse(JSON.stringify(between(store.kept()))) as Content;
      const revived = withPatch(parcel.fields, base, patch);
      expect(between(withoutEntries(revived.content, revived.removed))).toEqual(between(store.kept()));
    });
  });
});
