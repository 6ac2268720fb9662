// The proof that a kind is one declaration: this one is declared here and nowhere else, and everything follows from it.

import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../src-shared/records/check-record.ts';
import { codeLists } from '../../../src-shared/records/code-lists.ts';
import { personFields } from '../../../src-shared/records/common-fields.ts';
import { valuesToContent } from '../../../src-shared/records/content-values.ts';
import { createRecordContext } from '../../../src-shared/records/create-record-context.ts';
import { isoDateTime } from '../../../src-shared/records/dates/iso-date-time.ts';
import { defineKind } from '../../../src-shared/records/define-kind.ts';
import { describeKind } from '../../../src-shared/records/describe-kind.ts';
import { editRecord, newRecordOps, patchOps } from '../../../src-shared/records/edit-record.ts';
import { evaluate } from '../../../src-shared/records/evaluate-expression.ts';
import { date, group, integer, list, text } from '../../../src-shared/records/field-builders.ts';
import { createKindRegistry } from '../../../src-shared/records/kind-registry.ts';
import { maskContent } from '../../../src-shared/records/mask-content.ts';
import { deadlinesOf } from '../../../src-shared/records/record-deadlines.ts';
import { applyOps, noValues, type Values } from '../../../src-shared/records/record-values.ts';
import { registerTexts } from '../../../src-shared/records/register-row.ts';
import { searchTerms } from '../../../src-shared/records/search-terms.ts';
import { screenStyle, show } from '../../../src-shared/records/show.ts';
import { summarise } from '../../../src-shared/records/summary.ts';
import { takeStep } from '../../../src-shared/records/take-step.ts';
import { words } from '../../../src-shared/records/words.ts';
import { stepsFrom } from '../../../src-shared/records/workflow-steps.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { countingIds, surroundings } from '../../support/record-surroundings.ts';

const keyLoan = defineKind({
  key: 'key_loan',
  version: 1,
  label: words('钥匙借用', 'Key loan'),
  description: words('公共场所钥匙的借出与归还', 'Keys of public rooms, lent and returned'),
  numberWord: '钥',
  desks: ['community'],
  sections: [
    { key: 'loan', label: words('借用', 'Loan'), fields: ['lent_on', 'borrower', 'keys'] },
    { key: 'return', label: words('归还', 'Return'), fields: ['returned_on'] },
  ],
  fields: {
    lent_on: date('借出日期', 'Lent on', { required: true, notFuture: true }),
    borrower: group('借用人', 'Borrower', personFields, { required: true }),
    keys: list(
      '钥匙',
      'Keys',
      ['钥匙', 'Key'],
      {
        room: text('房间', 'Room', { required: true, search: 'name' }),
        count: integer('把数', 'Count', { required: true, min: 1 }),
      },
      { min: 1 },
    ),
    returned_on: date('归还日期', 'Returned on', { notFuture: true, notBefore: 'lent_on' }),
  },
  title: { join: [{ field: 'borrower/name' }, { each: 'keys', show: { field: 'room' } }], with: ' ' },
  occurredAt: 'lent_on',
  states: {
    lent: { label: words('借出', 'Lent'), stage: 'waiting' },
    returned: { label: words('已还', 'Returned'), stage: 'done' },
  },
  initialState: 'lent',
  transitions: [
    {
      key: 'give_back',
      label: words('归还', 'Give back'),
      from: ['lent'],
      to: 'returned',
      by: ['recorder'],
      asks: ['returned_on'],
      guards: [
        {
          key: 'date_known',
          says: words('未填归还日期', 'The day of return is missing'),
          when: { filled: 'returned_on' },
        },
      ],
    },
  ],
  invariants: [],
  deadlines: [
    {
      key: 'return',
      label: words('应还', 'Due back'),
      from: 'lent_on',
      rule: { workingDays: 3 },
      while: { inState: ['lent'] },
      source: words('社区规定', 'House rule'),
    },
  ],
  attachmentRoles: {},
  documents: [
    {
      key: 'slip',
      label: words('借条', 'Slip'),
      title: '钥匙借条',
      audience: 'party',
      blocks: [{ paragraph: { each: 'keys', show: { field: 'room' } } }],
    },
  ],
  register: [
    { label: words('借出日期', 'Lent on'), value: { field: 'lent_on' } },
    { label: words('借用人', 'Borrower'), value: { masked: { field: 'borrower/name' }, as: 'name' } },
    { label: words('把数', 'Keys'), value: { sum: 'keys/count' }, align: 'right' },
    { label: words('应还', 'Due'), value: { due: 'return' } },
  ],
  measures: [],
  list: { columns: ['lent_on', 'borrower/name'], filters: ['status'] },
  secondPerson: [],
  retention: { years: 1, from: words('归还之日', 'the day of return') },
});

const content = {
  lent_on: '2025-09-30',
  handler: 'officer-1',
  borrower: { name: '王柱柱', id_type: 'resident_id', id_no: '11010119000101009X', phone: '138 0013 8000' },
  keys: [{ room: '活动室', count: 2 }],
};
const around = surroundings({ now: isoDateTime('2025-10-10T09:00'), actor: { id: 'officer-1', roles: ['recorder'] } });
const contextOf = (values: Values) => createRecordContext(keyLoan, values, around);

function savedLoan(): Values {
  return applyOps(
    noValues,
    okValue(newRecordOps(contextOf(noValues), content, '社区钥字〔2025〕0001号', countingIds())),
  );
}

describe('a kind that is only declared', () => {
  const loan = contextOf(savedLoan());

  it('is registered and described with its form, code lists, states and steps', () => {
    const registry = createKindRegistry([keyLoan], codeLists);
    const described = describeKind(okValue(registry.get('key_loan')), codeLists);
    expect(described.sections.map(({ key, fields }) => [key, fields.length])).toEqual([
      ['loan', 3],
      ['return', 1],
      ['common', 8],
    ]);
    expect(Object.keys(described.codeLists)).toEqual([
      'consent_how',
      'gender',
      'id_type',
      'processing_basis',
      'secrecy',
      'source',
    ]);
    expect(Object.keys(described.states)).toEqual(['lent', 'returned', 'void']);
  });

  it('saves, normalises and reads back', () => {
    expect(valuesToContent(keyLoan, loan.values)).toEqual({
      unknown: {},
      content: {
        lent_on: '2025-09-30',
        handler: 'officer-1',
        borrower: {
          name: '王柱柱',
          id_type: 'resident_id',
          id_no: '11010119000101009X',
          birth_date: '1900-01-01',
          gender: 'male',
          phone: '13800138000',
        },
        keys: [{ id: 'id-1', order: 1000, room: '活动室', count: 2 }],
      },
    });
  });

  it('checks what is entered', () => {
    expect(checkRecord(keyLoan, {}, contextOf(noValues)).map(({ code, path }) => [code, path])).toEqual([
      ['required', 'lent_on'],
      ['required', 'borrower'],
      ['too_few_entries', 'keys'],
      ['required', 'handler'],
    ]);
    expect(problemOf(editRecord(loan, { returned_on: '2025-09-29' }, countingIds())).causes?.[0]?.code).toBe(
      'date_before_other',
    );
  });

  it('has a title, a summary, a register line and deadlines', () => {
    expect(summarise(loan)).toMatchObject({
      title: '王柱柱 活动室',
      occurredAt: '2025-09-30',
      stage: 'waiting',
      custody: false,
      nextDue: { due: '2025-10-11', warn: true },
    });
    expect(registerTexts(loan, { for: 'register', language: 'zh' })).toEqual(['2025.09.30', '王**', '2', '2025.10.11']);
    expect(deadlinesOf(loan).map(({ key, overdue }) => [key, overdue])).toEqual([['return', false]]);
  });

  it('is found, masked and printed', () => {
    expect(searchTerms(keyLoan, loan.content, loan.system.number)).toEqual({
      names: ['王柱柱', '活动室'],
      texts: [],
      tails: ['009X', '8000'],
      numbers: ['社区钥字〔2025〕0001号'],
    });
    expect(maskContent(keyLoan, loan.content, { sees: 'internal' }).masked).toEqual([
      'borrower/birth_date',
      'borrower/id_no',
      'borrower/phone',
    ]);
    const [slip] = keyLoan.documents;
    const [block] = slip?.blocks ?? [];
    expect(block && 'paragraph' in block && show(evaluate(block.paragraph, loan.place, loan), screenStyle)).toBe(
      '活动室',
    );
  });

  it('moves through its steps', () => {
    expect(stepsFrom(loan).map(({ transition, allowed }) => [transition.key, allowed])).toEqual([
      ['give_back', false],
      ['void', true],
    ]);
    const giveBack = (patch: unknown) =>
      takeStep(
        loan,
        {
          transition: 'give_back',
          actor: { id: 'officer-1', roles: ['recorder'] },
          answers: okValue(patchOps(loan, patch, countingIds())),
          reason: '',
        },
        () => 's1',
      );
    expect(problemOf(giveBack({})).code).toBe('guard_failed');
    const after = contextOf(applyOps(loan.values, okValue(giveBack({ returned_on: '2025-10-09' }))));
    expect([after.system.status, deadlinesOf(after)]).toEqual(['returned', []]);
  });
});
