// What can stand against a stock-take, a hand-over of custody and a cash count.

export const custodyProblems = {
  kind_has_own_page: {
    zh: '“{kind}”在“保管”页办理，不用表单填写',
    en: '“{kind_en}” is written on the page of custody, not on a form',
  },
  custodian_by_hand_over: {
    zh: '保管人只能经保管交接更换，由接收人确认',
    en: 'The custodian changes by a hand-over of custody only, which the other person confirms',
  },
  second_person_is_first: {
    zh: '须由另一人确认，不能是本人',
    en: 'Another person must confirm it, not you',
  },
  custody_not_held: { zh: '{number} 不在保管中', en: '{number} is not in custody' },
  custody_not_yours: {
    zh: '{number} 由{name}保管，须由其本人或负责人移交',
    en: '{number} is kept by {name}, who must hand it over, or the head',
  },
  custody_already_theirs: { zh: '{number} 已由{name}保管', en: '{number} is kept by {name} already' },
  cash_difference_unexplained: {
    zh: '实点与账面不符，须写明差异说明',
    en: 'What was counted differs from the records: say why',
  },
  label_ambiguous: {
    zh: '有 {count} 条记录符合，请输入完整编号：{numbers}',
    en: '{count} records fit; type the whole number: {numbers}',
  },
  stock_take_over: { zh: '这次盘点已经结束', en: 'This stock-take has ended' },
  stock_take_too_large: {
    zh: '一次盘点最多 {limit} 件，请按位置分次盘点',
    en: 'One stock-take holds at most {limit} pieces; count place by place',
  },
} as const;
