// What must be on the record before a found thing leaves the desk without its owner: passed on, sold, disposed of.

import type { Condition } from '../../condition.ts';
import type { Guard } from '../../workflow.ts';
import { isIdentityCard, soldWhenPerishable } from './found-item-guards.ts';
import { allFilled, guard, ifThen } from './guards.ts';

const hasCash: Condition = { atLeast: ['cash_lines', 1] };

export const transferGuards: readonly Guard[] = [
  guard(
    'transfer_written',
    '接收单位、接收人、移交时间尚未填齐',
    'Receiving unit, receiver and time are not all filled in',
    allFilled('transfer/to_unit', 'transfer/receiver_name', 'transfer/at'),
  ),
  guard('transfer_signed', '接收单位尚未签收', 'The receiving unit has not signed', {
    any: [{ filled: 'transfer/signature/signed_at' }, { attached: 'signed_transfer_list' }],
  }),
  guard('transfer_list_printed', '尚未打印移交清单', 'The transfer list has not been printed', {
    printed: 'transfer_list',
  }),
  guard(
    'identity_card_channel',
    '居民身份证经专门渠道移交',
    'An identity card goes through its own channel',
    ifThen(isIdentityCard, { oneOf: ['transfer/reason', ['identity_card_channel', 'issuing_authority']] }),
  ),
];

export const advanceSaleGuards: readonly Guard[] = [
  guard(
    'perishable',
    '只有易腐物品和活体动物可以先行变卖',
    'Only perishables and live animals are sold in advance',
    soldWhenPerishable,
  ),
  guard(
    'sale_approved',
    '变卖须经负责人批准，并写明原因、方式、时间、买受人和价款',
    'The sale needs approval, reason, way, time, buyer and proceeds',
    allFilled(
      'advance_sale/reason',
      'advance_sale/way',
      'advance_sale/approved_by',
      'advance_sale/sold_at',
      'advance_sale/buyer',
      'advance_sale/proceeds_fen',
    ),
  ),
  guard('sale_photo', '缺少变卖前的照片或录像', 'There is no photo or video from before the sale', {
    attached: 'sale_photo',
  }),
];

const wayIs = (...ways: readonly string[]): Condition => ({ oneOf: ['disposal/way', ways] });
const destructionWitnessed: Condition = {
  all: [{ different: ['disposal/executor_1', 'disposal/executor_2'] }, { attached: 'destruction_photo' }],
};

export const disposalGuards: readonly Guard[] = [
  guard('year_over', '公告一年（遇节假日顺延）尚未届满', 'The year from the notice, moved past holidays, is not over', {
    passed: 'notice_year_shifted',
  }),
  guard('approval_printed', '尚未打印逾期处理审批表', 'The approval form has not been printed', {
    printed: 'disposal_approval',
  }),
  guard(
    'disposal_written',
    '处理方式、审批文书号、审批日期、处理日期尚未填齐',
    'Way, document number, date of decision and date carried out are not all filled in',
    allFilled('disposal/way', 'disposal/document_no', 'disposal/decided_on', 'disposal/executed_on'),
  ),
  guard(
    'cash_to_treasury',
    '现金须上缴国库并填写财政票据号',
    'Cash goes to the treasury: the receipt number is missing',
    ifThen({ any: [hasCash, wayIs('to_treasury')] }, { filled: 'disposal/fiscal_receipt_no' }),
  ),
  guard(
    'sale_valued',
    '变卖、拍卖须有评估价和成交金额',
    'A sale or auction needs a valuation and the amount obtained',
    ifThen(wayIs('sold', 'auctioned'), allFilled('disposal/valuation_fen', 'disposal/amount_fen')),
  ),
  guard(
    'destruction_witnessed',
    '销毁须由两名不同人员执行并附照片',
    'Destruction needs two different people and a photo',
    ifThen(wayIs('destroyed'), destructionWitnessed),
  ),
];

export const identityCardDestructionGuards: readonly Guard[] = [
  guard('identity_card', '只适用于居民身份证', 'Only for an identity card', isIdentityCard),
  guard(
    'already_replaced',
    '须核查失主已补领新证，并由拾得人签登记表',
    'It must have been checked that the card was replaced, and the finder must have signed the register',
    {
      all: [
        { filled: 'id_card/checked_at' },
        { equals: ['id_card/already_replaced', true] },
        { equals: ['id_card/register_signed', true] },
      ],
    },
  ),
  guard(
    'destroyed_by_two',
    '销毁须登记日期，由两名不同人员执行并附照片',
    'Record the date; two different people and a photo are needed',
    { all: [{ filled: 'disposal/executed_on' }, wayIs('destroyed'), destructionWitnessed] },
  ),
];
