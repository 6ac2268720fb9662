import { describe, expect, it } from 'vitest';
import { contentToValues } from '../../../src-shared/records/content-values.ts';
import { patchToOps } from '../../../src-shared/records/patch.ts';
import { applyOps, noValues } from '../../../src-shared/records/record-values.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { parcel, parcelContent } from '../../support/parcel-kind.ts';
import { countingIds } from '../../support/record-surroundings.ts';

const saved = contentToValues(parcel, parcelContent, countingIds());
const opsOf = (patch: unknown, current = saved) =>
  Object.fromEntries(
    okValue(patchToOps(parcel, current, patch, countingIds())).map(({ path, value }) => [path, value]),
  );
const causesOf = (patch: unknown, current = saved) =>
  (problemOf(patchToOps(parcel, current, patch, countingIds())).causes ?? []).map(({ code, path }) => [code, path]);

describe('a patch', () => {
  it('becomes ops only where something really changes', () => {
    expect(opsOf(parcelContent)).toEqual({});
    expect(opsOf({ place: '河边', owner: { name: '黎女士', phone: '13800138001' } })).toEqual({
      place: '河边',
      'owner/phone': '13800138001',
    });
  });

  it('gives its ops in the order of their paths, one per path', () => {
    const ops = okValue(
      patchToOps(parcel, saved, { 'owner/name': '舒某', place: '河边', owner: { name: '舒某' } }, countingIds()),
    );
    expect(ops.map(({ path }) => path)).toEqual(['owner/name', 'place']);
  });

  it('takes a list as an array: known ids update, no id adds at the end, removed removes, the rest stay', () => {
    expect(
      opsOf({
        things: [
          { id: 'bag', quantity: 3 },
          { name: '伞', quantity: 1 },
          { id: 'box', removed: true },
        ],
      }),
    ).toEqual({
      'things/bag/quantity': 3,
      'things/box': null,
      'things/id-1': true,
      'things/id-1/name': '伞',
      'things/id-1/order': 3000,
      'things/id-1/quantity': 1,
    });
  });

  it('takes a list as a map by id, null removing', () => {
    expect(opsOf({ things: { bag: { name: '纸袋' }, box: null, new1: { name: '伞', quantity: 1 } } })).toEqual({
      'things/bag/name': '纸袋',
      'things/box': null,
      'things/new1': true,
      'things/new1/name': '伞',
      'things/new1/order': 3000,
      'things/new1/quantity': 1,
    });
  });

  it('takes flat paths, mixed with nested ones', () => {
    expect(opsOf({ 'things/bag/name': '纸袋', 'owner/address': '某街', 'things/box': null })).toEqual({
      'owner/address': '某街',
      'things/bag/name': '纸袋',
      'things/box': null,
    });
  });

  it('reaches into nested lists', () => {
    expect(opsOf({ handouts: [{ id: 'h1', lines: [{ line: 'bag', amount: 1 }] }] })).toEqual({
      'handouts/h1': true,
      'handouts/h1/order': 1000,
      'handouts/h1/lines/id-1': true,
      'handouts/h1/lines/id-1/amount': 1,
      'handouts/h1/lines/id-1/line': 'bag',
      'handouts/h1/lines/id-1/order': 1000,
    });
  });

  it('moves an entry by its order alone', () => {
    expect(opsOf({ things: [{ id: 'box', order: 500 }] })).toEqual({ 'things/box/order': 500 });
  });

  it('sets a multiple choice as a whole or code by code', () => {
    const current = applyOps(saved, [{ path: 'purpose/phone', value: true }]);
    expect(opsOf({ purpose: ['letter'] }, current)).toEqual({ 'purpose/letter': true, 'purpose/phone': null });
    expect(opsOf({ purpose: { letter: true } }, current)).toEqual({ 'purpose/letter': true });
    expect(opsOf({ 'purpose/phone': false }, current)).toEqual({ 'purpose/phone': null });
    expect(opsOf({ purpose: null }, current)).toEqual({ 'purpose/phone': null });
  });

  it('clears by null: a field, a group, a list', () => {
    expect(opsOf({ place: null, owner: null, things: null })).toEqual({
      place: null,
      'owner/id_no': null,
      'owner/id_type': null,
      'owner/name': null,
      'owner/phone': null,
      'things/bag': null,
      'things/box': null,
    });
    expect(opsOf({ place: '  ' })).toEqual({ place: null });
  });

  it('stores one spelling: folded digits, capitals, phones without blanks, the one name separator', () => {
    expect(
      opsOf({
        received_at: '２０２５-０３-２８ １４:１０',
        keep_until: '20250401',
        things: [{ id: 'bag', quantity: '３' }],
        owner: { id_no: '１１０１０１ 19000101009x', phone: '138 0013 8002', name: '阿不都•热依木' },
      }),
    ).toEqual({
      received_at: '2025-03-28T14:10',
      keep_until: '2025-04-01',
      'owner/name': '阿不都·热依木',
      'owner/phone': '13800138002',
      'things/bag/quantity': 3,
    });
  });

  it('never writes -0', () => {
    expect(Object.is(opsOf({ things: [{ id: 'bag', price: -0 }] })['things/bag/price'], 0)).toBe(true);
  });

  it('refuses what is computed, kept by the system or unknown, each at its path', () => {
    expect(
      causesOf({
        total: 5,
        status: 'expired',
        'attachments/x/hash': 'y',
        colour: '红',
        things: [{ id: 'bag', weight: 1, worth: 2 }],
        owner: { shoe: 42 },
      }),
    ).toEqual([
      ['derived_field', 'total'],
      ['system_field', 'status'],
      ['system_field', 'attachments'],
      ['unknown_field', 'colour'],
      ['unknown_field', 'things/bag/weight'],
      ['derived_field', 'things/bag/worth'],
      ['unknown_field', 'owner/shoe'],
    ]);
  });

  it('refuses wrong types, fractions and unreadable dates, all at once and each at its path', () => {
    expect(
      causesOf({
        place: 5,
        is_fragile: 'yes',
        keep_until: '2025-02-30',
        received_at: '今天',
        things: [{ id: 'bag', price: 0.5 }, { id: 'box', quantity: 1.5 }, 'bag'],
        owner: 'somebody',
        handouts: 'none',
        purpose: 'phone',
      }),
    ).toEqual([
      ['wrong_type', 'place'],
      ['wrong_type', 'is_fragile'],
      ['date_impossible', 'keep_until'],
      ['time_form', 'received_at'],
      ['money_not_whole_fen', 'things/bag/price'],
      ['number_not_whole', 'things/box/quantity'],
      ['wrong_type', 'things/2'],
      ['wrong_type', 'owner'],
      ['wrong_type', 'handouts'],
      ['wrong_type', 'purpose'],
    ]);
  });

  it('refuses text that cannot be kept: too long, NUL, control characters, lone surrogates', () => {
    expect(
      causesOf({
        secret: 'x'.repeat(20_001),
        place: 'a\u0000b',
        remark: '\ud800',
        things: [{ id: 'bag', name: '一'.repeat(21) }],
      }),
    ).toEqual([
      ['text_too_long', 'secret'],
      ['text_control_character', 'place'],
      ['text_broken_character', 'remark'],
      ['text_too_long', 'things/bag/name'],
    ]);
  });

  it('refuses ids that are positions or paths, and edits of a removed entry', () => {
    const removed = applyOps(saved, [{ path: 'things/bag', value: null }]);
    expect(causesOf({ things: [{ id: '0', name: '伞' }, { id: 'Bag' }] })).toEqual([
      ['bad_entry_id', 'things/0'],
      ['bad_entry_id', 'things/Bag'],
    ]);
    expect(causesOf({ things: { bag: { name: '伞' } } }, removed)).toEqual([['entry_removed', 'things/bag']]);
    expect(opsOf({ things: { bag: null, ghost: null } }, removed)).toEqual({});
  });

  it('refuses prototype tricks as unknown fields', () => {
    expect(
      causesOf(JSON.parse('{"__proto__": {"x": 1}, "constructor": 1, "things": {"__proto__": {"name": "x"}}}')),
    ).toEqual([
      ['unknown_field', '__proto__'],
      ['unknown_field', 'constructor'],
      ['bad_entry_id', 'things/__proto__'],
    ]);
  });

  it('is refused as a whole when it is no object', () => {
    expect(problemOf(patchToOps(parcel, noValues, [1], countingIds())).code).toBe('wrong_type');
  });
});
