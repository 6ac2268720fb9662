import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scalar } from '../../../src-shared/base/scalar.ts';
import { contentToValues, valuesToContent } from '../../../src-shared/records/content-values.ts';
import { parcel, parcelContent } from '../../support/parcel-kind.ts';
import { countingIds } from '../../support/record-surroundings.ts';

const values = (entries: Readonly<Record<string, Scalar>>) => new Map(Object.entries(entries));

describe('content of values', () => {
  it('nests groups, orders entries and gathers choices', () => {
    const read = valuesToContent(
      parcel,
      values({
        place: '夜市',
        'owner/name': '黎女士',
        'purpose/phone': true,
        'purpose/letter': true,
        'purpose/online': null,
        'things/b': true,
        'things/b/order': 1000,
        'things/b/name': '木盒',
        'things/a': true,
        'things/a/order': 2000,
        'things/a/name': '布袋',
        status: 'received',
      }),
    );
    expect(read).toEqual({
      content: {
        place: '夜市',
        owner: { name: '黎女士' },
        purpose: ['letter', 'phone'],
        things: [
          { id: 'b', order: 1000, name: '木盒' },
          { id: 'a', order: 2000, name: '布袋' },
        ],
      },
      unknown: {},
    });
  });

  it('leaves out removed entries with all that is inside, and cleared values', () => {
    const read = valuesToContent(
      parcel,
      values({ 'things/a': null, 'things/a/name': '布袋', place: null, 'owner/name': null }),
    );
    expect(read).toEqual({ content: {}, unknown: {} });
  });

  it('keeps aside what this version of the kind does not know', () => {
    const unknown = {
      colour: '红',
      'things/a/weight': 3,
      'owner/shoe/size': 42,
      'place/inner': 'x',
      owner: 'flat',
      'purpose/a/b': true,
    };
    expect(valuesToContent(parcel, values({ 'things/a': true, ...unknown }))).toEqual({
      content: { things: [{ id: 'a', order: 0 }] },
      unknown,
    });
  });

  it('orders entries of the same order by id, so that every desk shows the same', () => {
    const read = valuesToContent(
      parcel,
      values({ 'things/z': true, 'things/z/order': 1, 'things/c': true, 'things/c/order': 1 }),
    );
    expect(read.content.things).toEqual([
      { id: 'c', order: 1 },
      { id: 'z', order: 1 },
    ]);
  });

  it('comes back whole from the values it is saved as', () => {
    const saved = contentToValues(parcel, parcelContent, countingIds());
    const { content, unknown } = valuesToContent(parcel, saved);
    expect(unknown).toEqual({});
    expect(contentToValues(parcel, content, countingIds())).toEqual(saved);
  });

  it('reads any values without losing one: each is content, system, removed, cleared or unknown', () => {
    const segment = fc.constantFrom(
      'place',
      'things',
      'a',
      'b',
      'name',
      'order',
      'owner',
      'purpose',
      'phone',
      'lines',
      'handouts',
      '__proto__',
      'constructor',
    );
    const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));
    const scalar = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(path, scalar)), (entries) => {
        const given = new Map(entries);
        const { content, unknown } = valuesToContent(parcel, given);
        for (const [unknownPath, value] of Object.entries(unknown)) expect(given.get(unknownPath)).toBe(value);
        if (typeof given.get('place') === 'string') expect(content.place).toBe(given.get('place'));
        expect(Object.getPrototypeOf(content)).toBe(Object.prototype);
      }),
    );
  });
});
