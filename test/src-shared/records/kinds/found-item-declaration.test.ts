import { describe, expect, test } from 'vitest';
import { kindOf, registerWords, stateWords, steps } from './declared.ts';

describe('found_item is as the domain handbook §2.1 gives it', () => {
  test('fields', () => {
    expect(Object.keys(kindOf('found_item').fields)).toEqual([
      ...[
        'found_at',
        'found_at_precision',
        'found_place',
        'place_kind',
        'finders',
        'handed_in_at',
        'receiver',
        'co_receiver',
        'finder_signature',
        'call_no',
      ],
      ...[
        'special_kind',
        'items',
        'items_value_fen',
        'cash_lines',
        'cash_total_fen',
        'doc_lines',
        'face_value_total_fen',
        'worth_fen',
        'id_card',
        'custody_place',
        'seal_no',
        'cash_place',
        'custodian',
        'custody_moves',
      ],
      ...[
        'owner_known',
        'owner',
        'contacts',
        'notice',
        'claims',
        'dispute_note',
        'releases',
        'transfer',
        'advance_sale',
        'disposal',
        'costs',
        'reward_promise',
      ],
      ...['source', 'handler', 'co_handler', 'secrecy', 'basis', 'consent_on', 'consent_how', 'remark'],
    ]);
  });

  test('what must be filled in at the first save', () => {
    const required = Object.entries(kindOf('found_item').fields).filter(([, field]) => field.required === true);
    expect(required.map(([name]) => name)).toEqual([
      ...['found_at', 'found_at_precision', 'found_place', 'finders', 'handed_in_at', 'receiver', 'co_receiver'],
      ...['special_kind', 'items', 'custody_place', 'owner_known', 'handler'],
    ]);
  });

  test('states and steps', () => {
    expect(stateWords('found_item')).toEqual({
      registered: '登记',
      in_custody: '保管中',
      owner_notified: '已通知权利人',
      notice_running: '公告招领',
      sold_in_advance: '先行变卖',
      claim_review: '认领审核',
      returned: '已发还',
      transferred: '已移交',
      expired: '逾期待处理',
      disposed: '已处理',
      void: '作废',
    });
    expect(steps('found_item')).toEqual([
      'take_into_custody: registered → in_custody',
      'notify_owner: in_custody → owner_notified',
      'publish_notice: in_custody|owner_notified|sold_in_advance → notice_running',
      'sell_in_advance: in_custody|owner_notified|notice_running → sold_in_advance',
      'review_claim: in_custody|owner_notified|notice_running|sold_in_advance|expired → claim_review',
      'reject_claim: claim_review → in_custody',
      'reject_claim_keep_notice: claim_review → notice_running',
      'release: claim_review → returned',
      'release_valuable: claim_review → returned',
      'release_part: claim_review → in_custody',
      'release_part_valuable: claim_review → in_custody',
      'transfer: in_custody|owner_notified|notice_running → transferred',
      'transfer_at_once: registered|in_custody → transferred',
      'expire: notice_running|sold_in_advance → expired',
      'dispose: expired → disposed',
      'destroy_identity_card: in_custody|owner_notified|notice_running → disposed',
      'void: registered|in_custody|owner_notified|notice_running|claim_review → void',
    ]);
  });

  test('register, after 序号', () => {
    expect(registerWords('found_item')).toEqual([
      ...[
        '编号',
        '拾得时间',
        '拾得地点',
        '物品名称及特征',
        '数量',
        '现金(元)',
        '拾得人',
        '联系电话',
        '送交时间',
        '接收人',
        '保管位置',
      ],
      ...[
        '公告日期',
        '到期日',
        '权利人',
        '联系时间',
        '领取人(委托人)',
        '证件号(掩码)',
        '领取时间',
        '发还经办人',
        '处理结果',
        '备注',
      ],
    ]);
  });

  test('papers', () => {
    expect(kindOf('found_item').documents.map(({ title }) => title)).toEqual([
      ...[
        '拾得物品受理回执',
        '拾得物品清单（入库单）',
        '保管标签',
        '招领公告',
        '丢失居民身份证招领登记表',
        '认领申请（核对）表',
        '领取凭证',
        '授权委托书',
      ],
      ...[
        '拾得物品移交清单',
        '拾得物品先行变卖（拍卖）审批表',
        '逾期无人认领物品处理审批表',
        '无人认领物品销毁（上缴）清单',
      ],
    ]);
  });
});
