// What can stand against a decision, an undo or a linked record.

export const savingProblems = {
  creation_unknown: { zh: '这类记录不能由此建立“{creation}”', en: 'This kind of record cannot create “{creation}”' },
  already_created: { zh: '这一条已经建立过关联记录', en: 'A linked record has already been made for this entry' },
  conflict_unknown: {
    zh: '这一项没有待裁定的冲突，可能已有人处理',
    en: 'There is no conflict to decide here; someone may have settled it',
  },
  decision_which_version: {
    zh: '请说明采用哪一个值：{versions}',
    en: 'Say which value stands: {versions}',
  },
  decision_not_a_version: {
    zh: '这一项只能在已有的几个内容中选定一个',
    en: 'Here one of the values that were entered has to be chosen',
  },
  decision_needs_second_person: {
    zh: '金额、状态和身份类内容须由填写人以外的人裁定',
    en: 'Money, status and identity are decided by someone other than the person who entered the value',
  },
  conflict_undecided: {
    zh: '这一项有待裁定的冲突，请先在“冲突”中由另一人裁定',
    en: 'This value is in conflict; somebody else has to decide it first, under Conflicts',
  },
  decision_not_current: {
    zh: '记录刚被更新过，请刷新后重新裁定',
    en: 'The record has just been changed; look at it again before you decide',
  },
  undo_not_possible: {
    zh: '这次修改之后已有新的修改，或它不是一次普通编辑，不能撤销；请直接修改',
    en: 'Something was changed after it, or it was no plain edit, so it cannot be undone; edit the record instead',
  },
  undo_not_yours: { zh: '只能撤销本人刚保存的修改', en: 'Only your own edit can be undone' },
  page_unknown: {
    zh: '列表位置已失效，请从头查看',
    en: 'This place in the list is no longer valid; start from the top',
  },
  register_too_long: {
    zh: '共 {count} 条，一张 Excel 工作表最多放 {limit} 条；请按日期分段导出，或导出为 CSV、PDF',
    en: '{count} lines, and a sheet of Excel holds {limit}; export it period by period, or as CSV or PDF',
  },
  value_not_masked: { zh: '这一项没有被遮盖的内容', en: 'Nothing is masked here' },
} as const;
