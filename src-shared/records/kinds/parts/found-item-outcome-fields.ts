// How a found thing leaves the desk: given back, passed on, sold in advance, or dealt with after the year.

import { person, signatureFields } from '../../common-fields.ts';
import type { Fields } from '../../field.ts';
import {
  choice,
  date,
  dateTime,
  group,
  integer,
  list,
  longText,
  money,
  officer,
  text,
  yesNo,
} from '../../field-builders.ts';
import { words } from '../../words.ts';

const byDelegate = { equals: ['is_delegate', true] } as const;

/** A line given back: pieces of a thing or document, or fen of a cash line. */
const releasedLine: Fields = {
  line: text('发还物品', 'Line given back', {
    required: true,
    maxLength: 64,
    entryOf: ['items', 'cash_lines', 'doc_lines'],
  }),
  quantity: integer('数量', 'Quantity', { min: 1, required: { not: { filled: 'amount_fen' } } }),
  amount_fen: money('现金金额', 'Cash amount', { min: 1, sensitivity: 'internal' }),
};

export const releaseFields: Fields = {
  releases: list(
    '发还',
    'Releases',
    ['发还', 'Release'],
    {
      called_at: dateTime('通知领取时间', 'Owner called at', { notFuture: true }),
      released_at: dateTime('领取时间', 'Handed over at', {
        required: true,
        notFuture: true,
        notBefore: 'called_at',
        prefill: 'now',
      }),
      minutes_to_handover: integer('通知至领取(分)', 'Minutes from call to hand-over', {
        derived: { minutes: ['called_at', 'released_at'] },
      }),
      recipient: person('权利人', 'Rightful owner'),
      is_delegate: yesNo('委托他人领取', 'Collected by a delegate'),
      delegate: { ...person('受托人', 'Delegate'), shown: byDelegate },
      relation: choice('与权利人关系', 'Relation to the owner', 'claimant_relation'),
      delegate_basis: text('允许委托领取身份证的依据', 'Rule that lets a delegate collect an identity card', {
        maxLength: 200,
        shown: byDelegate,
      }),
      lines: list('发还明细', 'Lines given back', ['明细', 'Line'], releasedLine, { required: true, min: 1, max: 500 }),
      cash_fen: money('发还现金', 'Cash given back', { derived: { sum: 'lines/amount_fen' }, sensitivity: 'internal' }),
      proceeds_fen: money('发还变卖价款', 'Proceeds of sale given back', {
        sensitivity: 'internal',
        shown: { filled: '/advance_sale/sold_at' },
      }),
      receipt: group('领取凭证签字', 'Signature on the receipt', {
        ...signatureFields,
        fingerprint: yesNo('已捺指印', 'Fingerprint taken'),
      }),
      officer_1: officer('发还经办人', 'Handed over by', { required: true, prefill: 'me' }),
      officer_2: officer('发还第二经办人', 'Second officer', { required: true }),
      identity_image_kept: yesNo('已留存领取人身份影像', 'Image of the identity check kept'),
      note: text('说明', 'Note', { maxLength: 500, sensitivity: 'internal' }),
    },
    { max: 100 },
  ),
};

export const transferFields: Fields = {
  transfer: group('移交', 'Transfer', {
    due_on: date('应移交日期', 'To be passed on by', {
      hint: words(
        '按本地规定填写，如广州：派出所满5个工作日',
        'By local rule; in Guangzhou stations keep things for 5 working days',
      ),
    }),
    reason: choice('移交原因', 'Reason', 'transfer_reason'),
    to_unit: text('接收单位', 'Receiving unit', { maxLength: 100, search: 'text' }),
    receiver_name: text('接收人', 'Received by', {
      maxLength: 50,
      search: 'name',
      mask: 'name',
      sensitivity: 'internal',
    }),
    receiver_phone: text('联系电话', 'Phone', {
      maxLength: 40,
      check: 'phone',
      mask: 'phone',
      sensitivity: 'internal',
    }),
    at: dateTime('移交时间', 'Passed on at', { notFuture: true }),
    signature: group('接收单位签收', 'Signature of the receiving unit', signatureFields),
  }),
};

export const disposalFields: Fields = {
  advance_sale: group(
    '先行变卖',
    'Sale before the year is over',
    {
      reason: text('变卖原因', 'Reason', { maxLength: 300 }),
      way: choice('方式', 'Way', 'advance_sale_way'),
      approved_by: officer('批准人', 'Approved by'),
      sold_at: dateTime('变卖时间', 'Sold at', { notFuture: true }),
      buyer: text('买受人', 'Buyer', { maxLength: 100, mask: 'name', sensitivity: 'internal' }),
      proceeds_fen: money('价款', 'Proceeds', { min: 1, sensitivity: 'internal' }),
    },
    { shown: { oneOf: ['special_kind', ['perishable', 'animal']] } },
  ),
  disposal: group('逾期处理', 'Dealing with it after the year', {
    way: choice('处理方式', 'Way', 'disposal_way'),
    document_no: text('审批文书号', 'Document number', { maxLength: 50, search: 'tail' }),
    decided_on: date('审批日期', 'Decided on', { notFuture: true }),
    valuation_fen: money('评估价', 'Valuation', { sensitivity: 'internal' }),
    amount_fen: money('上缴或变价金额', 'Amount paid in or obtained', { sensitivity: 'internal' }),
    fiscal_receipt_no: text('财政票据号', 'Treasury receipt number', { maxLength: 50, search: 'tail' }),
    executed_on: date('处理日期', 'Carried out on', { notFuture: true }),
    executor_1: officer('执行人一', 'Carried out by'),
    executor_2: officer('执行人二', 'Second person'),
    note: longText('说明', 'Note', { maxLength: 1000, sensitivity: 'internal' }),
  }),
};
