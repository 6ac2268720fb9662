import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src-shared/records/condition.ts';
import type { Content } from '../../../src-shared/records/content.ts';
import { createRecordContext, withContent } from '../../../src-shared/records/create-record-context.ts';
import { isoDateTime } from '../../../src-shared/records/dates/iso-date-time.ts';
import { holds } from '../../../src-shared/records/evaluate-condition.ts';
import { entriesAt } from '../../../src-shared/records/place.ts';
import type { Surroundings } from '../../../src-shared/records/record-context.ts';
import { noValues, type Values } from '../../../src-shared/records/record-values.ts';
import { whatIsMissing } from '../../../src-shared/records/what-is-missing.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { surroundings } from '../../support/record-surroundings.ts';

const content: Content = {
  received_at: '2025-03-28T14:05',
  place: '夜市',
  receiver: 'officer-1',
  second_receiver: 'officer-2',
  is_fragile: false,
  purpose: ['phone'],
  keep_until: '2025-03-28',
  case: 'record-1',
  owner: { name: '黎女士', id_no: 'E1' },
  things: [
    { id: 'bag', name: '布袋', quantity: 2, price: 100 },
    { id: 'box', name: '木盒', quantity: 1 },
  ],
  handouts: [{ id: 'h1', at: '2025-03-28T15:00', lines: [{ id: 'l1', line: 'bag', amount: 2 }] }],
};

function contextOf(given: Content = content, around: Partial<Surroundings> = {}, values: Values = noValues) {
  return withContent(createRecordContext(parcel, values, surroundings(around)), given);
}
function isTrue(
  condition: Condition,
  given: Content = content,
  around: Partial<Surroundings> = {},
  values: Values = noValues,
): boolean {
  const context = contextOf(given, around, values);
  return holds(condition, context.place, context);
}

describe('a condition', () => {
  it.each<[string, Condition, boolean]>([
    ['a filled field', { filled: 'place' }, true],
    ['an empty field', { filled: 'secret' }, false],
    ['no is an answer', { filled: 'is_fragile' }, true],
    ['a field in a group', { filled: 'owner/name' }, true],
    ['a group with anything in it', { filled: 'owner' }, true],
    ['some entry has it filled', { filled: 'things/price' }, true],
    ['a computed field', { filled: 'total' }, true],
    ['equal', { equals: ['place', '夜市'] }, true],
    ['equal to nothing', { equals: ['secret', null] }, true],
    ['one of', { oneOf: ['receiver', ['officer-3', 'officer-1']] }, true],
    ['not one of', { oneOf: ['receiver', ['officer-3']] }, false],
    ['has a code', { has: ['purpose', 'phone'] }, true],
    ['has not the code', { has: ['purpose', 'letter'] }, false],
    ['different', { different: ['receiver', 'second_receiver'] }, true],
    ['different needs both', { different: ['receiver', 'secret'] }, false],
    ['the same', { different: ['receiver', 'receiver'] }, false],
    ['a day and a moment of it', { notAfter: ['received_at', 'keep_until'] }, true],
    ['later', { notAfter: ['handouts/at', 'received_at'] }, false],
    ['not after what is empty', { notAfter: ['received_at', 'secret'] }, true],
    ['a count of entries', { atLeast: ['things', 2] }, true],
    ['a sum over entries', { atLeast: ['things/quantity', 4] }, false],
    ['a computed sum', { atLeast: ['total', 200] }, true],
    ['an empty list counts nothing', { atLeast: ['handouts/lines', 2] }, false],
    ['every entry', { every: ['things', { filled: 'name' }] }, true],
    ['not every entry', { every: ['things', { filled: 'price' }] }, false],
    ['some entry', { some: ['things', { equals: ['name', '木盒'] }] }, true],
    ['an outer field from inside', { every: ['things', { filled: 'place' }] }, true],
    ['the record from inside', { every: ['handouts/lines', { filled: '/place' }] }, true],
    ['a linked record that is done', { linkedDone: 'case' }, true],
    ['nobody linked', { linkedDone: 'secret' }, false],
    ['not', { not: { filled: 'secret' } }, true],
    ['all', { all: [{ filled: 'place' }, { filled: 'secret' }] }, false],
    ['any', { any: [{ filled: 'secret' }, { filled: 'place' }] }, true],
    ['no path means that', { filled: 'nowhere' }, false],
  ])('%s', (_, condition, expected) => {
    expect(isTrue(condition)).toBe(expected);
  });

  const taking = {
    taken: 'handouts/lines',
    line: 'line',
    amount: 'amount',
    held: [{ list: 'things', amount: 'quantity' }],
  } as const;
  const handedOut = (...lines: readonly { readonly line: string; readonly amount?: number }[]): Content => ({
    ...content,
    handouts: [{ id: 'h1', lines: lines.map((line, index) => ({ id: `l${index}`, ...line })) }],
  });

  it('knows what is within and what is all of what is held', () => {
    const both = (given: Content) => [isTrue({ within: taking }, given), isTrue({ covered: taking }, given)];
    expect(both(content)).toEqual([true, false]);
    expect(both(handedOut({ line: 'bag', amount: 1 }, { line: 'bag', amount: 1 }, { line: 'box', amount: 1 }))).toEqual(
      [true, true],
    );
    expect(both(handedOut({ line: 'bag', amount: 2 }, { line: 'bag', amount: 1 }))).toEqual([false, false]);
    expect(both(handedOut({ line: 'hat', amount: 1 }))).toEqual([false, false]);
    expect(both(handedOut({ line: 'bag', amount: -1 }, { line: 'bag', amount: 3 }))).toEqual([false, false]);
    expect(both(handedOut({ line: 'hat' }))).toEqual([true, false]);
  });

  it('counts only held lines that fit, and one piece where no count is named', () => {
    const boxes = {
      taken: 'handouts/lines',
      line: 'line',
      amount: 'amount',
      held: [{ list: 'things', where: { equals: ['name', '木盒'] } }],
    } as const;
    expect(isTrue({ covered: boxes }, handedOut({ line: 'box', amount: 1 }))).toBe(true);
    expect(isTrue({ within: boxes }, handedOut({ line: 'bag', amount: 1 }))).toBe(false);
  });

  it('compares persons by number, then name', () => {
    expect(isTrue({ different: ['owner', 'owner'] })).toBe(false);
  });

  it('knows the officers', () => {
    expect(isTrue({ notAnOfficer: 'owner' })).toBe(true);
    expect(isTrue({ notAnOfficer: 'owner' }, { ...content, owner: { name: '陈一' } })).toBe(false);
    expect(isTrue({ notAnOfficer: 'owner' }, {})).toBe(true);
  });

  it('asks who takes the step only when somebody does', () => {
    const actor = { id: 'officer-1', roles: ['recorder'] } as const;
    expect(isTrue({ actorIs: ['receiver'] }, content, { actor })).toBe(true);
    expect(isTrue({ actorIs: ['second_receiver'] }, content, { actor })).toBe(false);
    expect(isTrue({ actorIsNot: ['receiver', 'second_receiver'] }, content, { actor })).toBe(false);
    expect(isTrue({ actorIsNot: ['receiver'] })).toBe(true);
    expect(isTrue({ actorIs: ['second_receiver'] })).toBe(true);
  });

  it('knows state, attachments and papers, also per entry', () => {
    const values: Values = new Map<string, string | true>([
      ['status', 'received'],
      ['attachments/p1', true],
      ['attachments/p1/role', 'photo'],
      ['papers/x', true],
      ['papers/x/document', 'slip'],
      ['papers/x/entry', 'h1'],
    ]);
    const facts: readonly Condition[] = [{ inState: ['received'] }, { attached: 'photo' }, { printed: 'slip' }];
    expect(facts.map((fact) => isTrue(fact, content, {}, values))).toEqual([true, true, true]);
    expect(facts.map((fact) => isTrue(fact))).toEqual([false, false, false]);
    const context = contextOf({ ...content, handouts: [{ id: 'h1' }, { id: 'h2' }] }, {}, values);
    expect(entriesAt(context.place, 'handouts').map((place) => holds({ printed: 'slip' }, place, context))).toEqual([
      true,
      false,
    ]);
  });

  it('passes a deadline at 24:00 of its shifted last day', () => {
    // Thirty days from 28 March 2025 end on Sunday 27 April, which is worked (调休).
    expect(isTrue({ passed: 'keeping' }, content, { now: isoDateTime('2025-04-27T23:59:59') })).toBe(false);
    expect(isTrue({ passed: 'keeping' }, content, { now: isoDateTime('2025-04-28T00:00') })).toBe(true);
    expect(isTrue({ passed: 'keeping' }, {}, { now: isoDateTime('2025-04-28T00:00') })).toBe(false);
  });
});

describe('what is missing', () => {
  const missing = (condition: Condition, given: Content = content) => {
    const context = contextOf(given);
    return whatIsMissing(condition, context.place, context);
  };

  it('is nothing when the condition holds', () => {
    expect(missing({ filled: 'place' })).toEqual([]);
  });

  it('names the field in both languages, at its stored path', () => {
    expect(missing({ every: ['things', { filled: 'price' }] })).toEqual([
      { code: 'missing_field', path: 'things/box/price', facts: { field: '单价', field_en: 'Price' } },
    ]);
    expect(missing({ filled: 'things/price' }, {})).toEqual([
      { code: 'missing_field', path: 'things/price', facts: { field: '单价', field_en: 'Price' } },
    ]);
  });

  it('says which value is wanted, in words', () => {
    expect(missing({ oneOf: ['result', ['satisfied', 'unrated']] })).toEqual([
      {
        code: 'must_be',
        path: 'result',
        facts: { field: '满意度', field_en: 'Satisfaction', value: '满意、未评价', value_en: 'Satisfied, Not rated' },
      },
    ]);
    expect(missing({ has: ['purpose', 'letter'] })).toMatchObject([
      { code: 'must_include', facts: { value: '书面', value_en: 'In writing' } },
    ]);
  });

  it('collects all that is missing, and for any-of says so', () => {
    expect(missing({ all: [{ filled: 'secret' }, { attached: 'photo' }, { printed: 'slip' }] })).toEqual([
      { code: 'missing_field', path: 'secret', facts: { field: '暗记', field_en: 'Secret mark' } },
      { code: 'not_attached', path: 'attachments', facts: { field: '照片', field_en: 'Photo' } },
      { code: 'not_printed', path: 'papers', facts: { field: '凭单', field_en: 'Slip' } },
    ]);
    expect(missing({ any: [{ filled: 'secret' }, { filled: 'result' }] })).toMatchObject([
      { code: 'one_of_these', causes: [{ path: 'secret' }, { path: 'result' }] },
    ]);
  });

  it('does not ask to undo what merely excuses', () => {
    expect(missing({ any: [{ not: { filled: 'place' } }, { filled: 'secret' }] })).toEqual([
      { code: 'missing_field', path: 'secret', facts: { field: '暗记', field_en: 'Secret mark' } },
    ]);
  });

  it('says of every line how much is held and taken', () => {
    const covered: Condition = {
      covered: {
        taken: 'handouts/lines',
        line: 'line',
        amount: 'amount',
        held: [{ list: 'things', amount: 'quantity' }],
      },
    };
    expect(missing(covered)).toEqual([
      { code: 'taken_not_all', path: 'things/box', facts: { line: '木盒', held: 1, taken: 0 } },
    ]);
  });

  it('has something to say about every condition that can fail', () => {
    const failing: readonly Condition[] = [
      { equals: ['place', 'x'] },
      { different: ['receiver', 'receiver'] },
      { notAfter: ['handouts/at', 'received_at'] },
      { atLeast: ['things', 3] },
      { some: ['things', { filled: 'serial' }] },
      { some: ['nowhere', { filled: 'serial' }] },
      { inState: ['expired'] },
      { linkedDone: 'secret' },
      { passed: 'keeping' },
      { not: { filled: 'place' } },
    ];
    expect(failing.map((condition) => missing(condition).map(({ code }) => code))).toEqual([
      ['must_be'],
      ['must_differ'],
      ['must_not_be_after'],
      ['too_little'],
      ['none_fits'],
      ['missing_field'],
      ['wrong_state'],
      ['missing_field'],
      ['not_passed'],
      ['must_not_hold'],
    ]);
  });
});
