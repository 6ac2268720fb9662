import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../src-shared/records/check-record.ts';
import type { Content } from '../../../src-shared/records/content.ts';
import { contentToValues, valuesToContent } from '../../../src-shared/records/content-values.ts';
import { createRecordContext } from '../../../src-shared/records/create-record-context.ts';
import { isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import { editRecord } from '../../../src-shared/records/edit-record.ts';
import { normaliseContent } from '../../../src-shared/records/normalise-content.ts';
import { applyOps, noValues } from '../../../src-shared/records/record-values.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { parcel, parcelContent } from '../../support/parcel-kind.ts';
import { countingIds, surroundings } from '../../support/record-surroundings.ts';

const fresh = createRecordContext(parcel, noValues, surroundings());
const check = (content: Content) => checkRecord(parcel, content, fresh).map(({ code, path }) => [code, path]);
const whole = valuesToContent(parcel, contentToValues(parcel, parcelContent, countingIds())).content;

describe('checking a record', () => {
  it('finds nothing wrong with a whole one', () => {
    expect(check(whole)).toEqual([]);
  });

  it('names every missing field at its path, also inside entries and groups', () => {
    expect(check({ things: [{ id: 'bag' }], owner: { id_no: '11010119000101009X' } })).toEqual([
      ['required', 'received_at'],
      ['required', 'place'],
      ['required', 'receiver'],
      ['required', 'things/bag/name'],
      ['required', 'things/bag/quantity'],
      ['required', 'owner/id_type'],
      ['required', 'handler'],
    ]);
  });

  it('asks for a conditional field only while it is shown', () => {
    expect(check({ ...whole, is_fragile: true })).toEqual([['required', 'fragile_note']]);
    expect(check({ ...whole, is_fragile: false })).toEqual([]);
  });

  it('lets an optional group stay empty', () => {
    const { owner: _, ...rest } = whole;
    expect(check(rest)).toEqual([]);
  });

  it('refuses what is in the future, or earlier than what it follows', () => {
    expect(check({ ...whole, received_at: '2025-03-28T23:41' })).toEqual([['date_in_future', 'received_at']]);
    expect(check({ ...whole, received_at: '2025-03-28T23:40:59' })).toEqual([]);
    expect(check({ ...whole, keep_until: '2025-03-27', handouts: [{ id: 'h', at: '2025-03-28T14:04' }] })).toEqual([
      ['date_before_other', 'handouts/h/at'],
      ['date_before_other', 'keep_until'],
    ]);
  });

  it('refuses negative and fractional fen, counts out of bounds, and numbers beyond exactness', () => {
    const thing = { id: 'bag', name: '布袋', quantity: 1 };
    expect(check({ ...whole, things: [{ ...thing, price: -1 }] })).toEqual([['money_negative', 'things/bag/price']]);
    expect(check({ ...whole, things: [{ ...thing, price: 0.1 }] })).toEqual([
      ['money_not_whole_fen', 'things/bag/price'],
    ]);
    expect(check({ ...whole, things: [{ ...thing, price: 2 ** 53 }] })).toEqual([
      ['money_not_whole_fen', 'things/bag/price'],
    ]);
    expect(check({ ...whole, things: [{ ...thing, quantity: 0 }] })).toEqual([
      ['number_too_small', 'things/bag/quantity'],
    ]);
    expect(check({ ...whole, things: [{ ...thing, quantity: 1001 }] })).toEqual([
      ['number_too_large', 'things/bag/quantity'],
    ]);
  });

  it('refuses codes, officers, records and entries that are not there', () => {
    expect(
      check({
        ...whole,
        result: 'splendid',
        purpose: ['phone', 'pigeon'],
        second_receiver: 'nobody',
        case: 'record-9',
        handouts: [{ id: 'h', lines: [{ id: 'l', line: 'hat', amount: 1 }] }],
      }),
    ).toEqual([
      ['not_a_choice', 'purpose'],
      ['not_a_choice', 'second_receiver'],
      ['entry_unknown', 'handouts/h/lines/l/line'],
      ['not_a_choice', 'case'],
      ['not_a_choice', 'result'],
      ['invariant_broken', 'handouts/h/lines/l/amount'],
    ]);
  });

  it('lets a code stay that the list has dropped, as long as it is not changed', () => {
    const values = applyOps(contentToValues(parcel, parcelContent, countingIds()), [
      { path: 'result', value: 'splendid' },
      { path: 'purpose/pigeon', value: true },
    ]);
    const saved = createRecordContext(parcel, values, surroundings());
    expect(okValue(editRecord(saved, { place: '河边' }, countingIds()))).toEqual([{ path: 'place', value: '河边' }]);
    expect(problemOf(editRecord(saved, { result: 'superb' }, countingIds())).causes).toEqual([
      { code: 'not_a_choice', path: 'result', facts: { value: 'superb' } },
    ]);
  });

  it('runs the named checks at the field', () => {
    expect(
      check({
        ...whole,
        owner: { id_type: 'resident_id', id_no: '110101190001010091', phone: '1380013800', account: '12' },
      }),
    ).toEqual([
      ['id_check_digit', 'owner/id_no'],
      ['phone_mobile_length', 'owner/phone'],
      ['card_length', 'owner/account'],
    ]);
    expect(check({ ...whole, owner: { id_type: 'passport', id_no: 'E12345678' } })).toEqual([]);
    expect(check({ ...whole, owner: { id_type: 'resident_id', id_no: '630104190002290012' } })).toEqual([
      ['id_date', 'owner/id_no'],
    ]);
    expect(check({ ...whole, owner: { id_type: 'resident_id', id_no: '810000190001010018' } })).toEqual([
      ['id_is_permit', 'owner/id_no'],
    ]);
    expect(
      check({ ...whole, owner: { id_type: 'hk_macao_taiwan_residence_permit', id_no: '810000190001010018' } }),
    ).toEqual([]);
  });

  it('holds birth date and sex against the ID number', () => {
    const owner = { id_type: 'resident_id', id_no: '11010119000101009X' };
    expect(check({ ...whole, owner: { ...owner, birth_date: '1900-01-02', gender: 'female' } })).toEqual([
      ['birth_date_differs', 'owner/birth_date'],
      ['gender_differs', 'owner/gender'],
    ]);
    expect(check({ ...whole, owner: { ...owner, birth_date: '1900-01-01', gender: 'male' } })).toEqual([]);
    expect(check({ ...whole, owner: { ...owner, gender: 'unstated' } })).toEqual([]);
  });

  it('refuses two "different" receivers who are one person, and more handed out than kept', () => {
    expect(check({ ...whole, second_receiver: 'officer-1' })).toEqual([['invariant_broken', 'receiver']]);
    const handouts = [{ id: 'h', lines: [{ id: 'l', line: 'box', amount: 2 }] }];
    expect(checkRecord(parcel, { ...whole, handouts }, fresh)).toEqual([
      {
        code: 'invariant_broken',
        path: 'things/box',
        facts: { says: '发放多于保管', says_en: 'More is handed out than is kept' },
        causes: [{ code: 'taken_more_than_held', path: 'things/box', facts: { line: '木盒', held: 1, taken: 2 } }],
      },
    ]);
  });

  it('refuses fields this kind does not have, and lists that are no lists', () => {
    expect(check({ ...whole, colour: '红', things: 'bag', owner: 'somebody' })).toEqual([
      ['wrong_type', 'things'],
      ['wrong_type', 'owner'],
      ['unknown_field', 'colour'],
    ]);
  });
});

describe('normalising content', () => {
  const today = isoDate('2025-03-28');

  it('folds, capitalises and fills birth date and sex from the number', () => {
    const content: Content = {
      received_at: '2025/3/28 14:05',
      owner: { id_type: 'resident_id', id_no: ' 11010119000101009x', phone: '０５７９-８７００００００' },
    };
    expect(normaliseContent(parcel, content, today)).toEqual({
      received_at: '2025-03-28T14:05',
      owner: {
        id_type: 'resident_id',
        id_no: '11010119000101009X',
        birth_date: '1900-01-01',
        gender: 'male',
        phone: '0579-87000000',
      },
    });
  });

  it('writes an old 15-digit number out in full', () => {
    expect(normaliseContent(parcel, { owner: { id_type: 'resident_id', id_no: '110105491231002' } }, today)).toEqual({
      owner: { id_type: 'resident_id', id_no: '11010519491231002X', birth_date: '1949-12-31', gender: 'female' },
    });
  });

  it('changes nothing the second time', () => {
    const once = normaliseContent(parcel, { ...whole, remark: ' x \r\n y ' }, today);
    expect(normaliseContent(parcel, once, today)).toEqual(once);
  });
});

describe('an edit', () => {
  const saved = createRecordContext(
    parcel,
    contentToValues(parcel, { ...parcelContent, owner: { name: '黎女士' } }, countingIds()),
    surroundings(),
  );

  it('fills birth date and sex when the number is entered', () => {
    expect(
      okValue(editRecord(saved, { owner: { id_type: 'resident_id', id_no: '11010119000101009x' } }, countingIds())),
    ).toEqual([
      { path: 'owner/birth_date', value: '1900-01-01' },
      { path: 'owner/gender', value: 'male' },
      { path: 'owner/id_no', value: '11010119000101009X' },
      { path: 'owner/id_type', value: 'resident_id' },
    ]);
  });

  it('saves nothing when one field of many is wrong', () => {
    expect(problemOf(editRecord(saved, { place: '河边', keep_until: '2025-01-01' }, countingIds()))).toEqual({
      code: 'invalid_fields',
      facts: { count: 1 },
      causes: [
        {
          code: 'date_before_other',
          path: 'keep_until',
          facts: { field: '收件时间', field_en: 'Received at', other: '2025-03-28 14:05' },
        },
      ],
    });
  });

  it('is refused on a void record', () => {
    const voided = createRecordContext(
      parcel,
      applyOps(saved.values, [{ path: 'status', value: 'void' }]),
      surroundings(),
    );
    expect(problemOf(editRecord(voided, { place: '河边' }, countingIds())).code).toBe('record_final');
  });

  it('is not blocked by an invariant that a merge broke before', () => {
    const merged = createRecordContext(
      parcel,
      applyOps(saved.values, [{ path: 'second_receiver', value: 'officer-1' }]),
      surroundings(),
    );
    expect(okValue(editRecord(merged, { place: '河边' }, countingIds()))).toEqual([{ path: 'place', value: '河边' }]);
  });
});
