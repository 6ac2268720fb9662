// 失物招领: a thing somebody found and handed in, until it is back with its owner or dealt with by law
// (Civil Code arts. 314–318). Fields in the order of the paper form.

import { defineKind } from '../define-kind.ts';
import type { Expression } from '../expression.ts';
import { words } from '../words.ts';
import { foundItemPapers } from './papers/found-item-papers.ts';
import { foundItemCustody } from './parts/found-item-custody.ts';
import { intakeFields, thingFields } from './parts/found-item-intake-fields.ts';
import { disposalFields, releaseFields, transferFields } from './parts/found-item-outcome-fields.ts';
import { claimFields, costFields, ownerFields } from './parts/found-item-owner-fields.ts';
import { foundItemMeasures, foundItemRegister } from './parts/found-item-register.ts';
import {
  foundItemDeadlines,
  foundItemInvariants,
  foundItemStates,
  foundItemTransitions,
} from './parts/found-item-workflow.ts';

const itemNames: Expression = { each: 'items', show: { field: 'name' }, with: '、' };

export const foundItem = defineKind({
  key: 'found_item',
  version: 1,
  label: words('失物招领', 'Found items'),
  description: words(
    '拾得物品的受理、保管、招领、发还与逾期处理',
    'Things found: taken in, kept, announced, given back or dealt with after the year',
  ),
  numberWord: '拾',
  desks: ['police', 'community'],
  sections: [
    { key: 'finding', label: words('拾得与送交', 'Finding and handing in'), fields: Object.keys(intakeFields) },
    { key: 'things', label: words('物品与保管', 'Things and custody'), fields: Object.keys(thingFields) },
    { key: 'owner', label: words('查找权利人', 'Looking for the owner'), fields: Object.keys(ownerFields) },
    { key: 'claims', label: words('认领审核', 'Claims'), fields: Object.keys(claimFields) },
    { key: 'releases', label: words('发还', 'Releases'), fields: Object.keys(releaseFields) },
    {
      key: 'outcome',
      label: words('移交与处理', 'Passing on and disposal'),
      fields: [...Object.keys(transferFields), ...Object.keys(disposalFields)],
    },
    { key: 'costs', label: words('费用与悬赏', 'Costs and reward'), fields: Object.keys(costFields) },
  ],
  fields: {
    ...intakeFields,
    ...thingFields,
    ...ownerFields,
    ...claimFields,
    ...releaseFields,
    ...transferFields,
    ...disposalFields,
    ...costFields,
  },
  title: { join: [itemNames, { field: 'found_place' }], with: ' · ' },
  occurredAt: 'found_at',
  states: foundItemStates,
  initialState: 'registered',
  transitions: foundItemTransitions,
  invariants: foundItemInvariants,
  deadlines: foundItemDeadlines,
  attachmentRoles: {
    photo: words('物品照片', 'Photo of the things'),
    signed_item_list: words('拾得人签字的物品清单', 'List of things signed by the finder'),
    notice_photo: words('公告张贴照片', 'Photo of the posted notice'),
    authorisation: words('授权委托书', 'Authorisation of a delegate'),
    owner_id_copy: words('权利人证件', 'Identity document of the owner'),
    delegate_id_copy: words('受托人证件', 'Identity document of the delegate'),
    purchase_proof: words('购买凭证', 'Proof of purchase'),
    signed_receipt: words('签字的领取凭证', 'Signed receipt'),
    handover_photo: words('发还照片', 'Photo of the hand-over'),
    signed_transfer_list: words('签收的移交清单', 'Signed transfer list'),
    sale_photo: words('变卖前照片或录像', 'Photo or video before the sale'),
    destruction_photo: words('销毁照片', 'Photo of the destruction'),
    fiscal_receipt: words('财政票据', 'Treasury receipt'),
    identity_card_register: words('丢失居民身份证招领登记表', 'Identity card register sheet'),
    cost_receipt: words('费用票据', 'Receipt for costs'),
    other: words('其他材料', 'Other papers'),
  },
  documents: foundItemPapers,
  register: foundItemRegister,
  measures: foundItemMeasures,
  list: {
    columns: ['number', 'status', 'found_at', 'found_place', 'items/name', 'finders/name', 'custody_place'],
    filters: ['special_kind', 'place_kind', 'items/category', 'items/colour', 'owner_known', 'receiver'],
  },
  matching: {
    with: 'lost_report',
    compare: [
      { mine: 'items/category', theirs: 'items/category', weight: 30, as: 'same' },
      { mine: 'items/colour', theirs: 'items/colour', weight: 15, as: 'same' },
      { mine: 'items/brand', theirs: 'items/brand', weight: 15, as: 'similarText' },
      { mine: 'items/name', theirs: 'items/name', weight: 10, as: 'similarText' },
      { mine: 'found_place', theirs: 'place', weight: 15, as: 'similarText' },
      { mine: 'found_at', theirs: 'lost_from', weight: 15, as: 'time' },
    ],
    states: ['waiting'],
  },
  secondPerson: [
    'status',
    'cash_lines',
    'custodian',
    'items/value_fen',
    'doc_lines',
    'owner',
    'claims',
    'releases',
    'advance_sale',
    'disposal',
    'costs',
  ],
  custody: foundItemCustody,
  retention: {
    years: 3,
    from: words('发还、移交或处理之日起（建议值）', 'From the return, transfer or disposal (a proposal)'),
  },
});
