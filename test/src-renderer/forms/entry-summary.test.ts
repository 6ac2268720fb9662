import { expect, it } from 'vitest';
import { filledParts } from '../../../src-renderer/forms/entry-summary.ts';
import { parcel } from '../../support/parcel-kind.ts';

it('an entry is summed up by its filled values, groups opened, without bare yes or no and without lists', () => {
  const content = {
    place: '河边',
    is_fragile: false,
    things: [{ id: 'box', name: '纸箱' }],
    owner: { name: '舒某', is_minor: true },
    result: '',
  };
  expect(filledParts(parcel.fields, content, (_field, value) => String(value))).toEqual(['河边', '舒某']);
});
