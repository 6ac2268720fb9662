// What can be wrong with a record as a whole: its fields together, its steps, its kind.
// `{field}` is a label in Chinese, `{field_en}` the same label in English.

const contentProblems = {
  number_not_whole: { zh: '只能填写整数', en: 'Only a whole number can stand here' },
  money_not_whole_fen: { zh: '金额以分为单位，只能是整数', en: 'An amount is a whole number of fen' },
  money_negative: { zh: '金额不能为负数', en: 'An amount cannot be negative' },
  number_too_small: { zh: '不能小于 {min}', en: 'Must be at least {min}' },
  number_too_large: { zh: '不能大于 {max}', en: 'Must be at most {max}' },
  date_in_future: { zh: '不能晚于现在（{now}）', en: 'Cannot be later than now ({now})' },
  date_before_other: { zh: '不能早于“{field}”（{other}）', en: 'Cannot be earlier than “{field_en}” ({other})' },
  too_few_entries: {
    zh: '至少填写 {min} 条，现有 {count} 条',
    en: 'At least {min} entries are needed; there are {count}',
  },
  too_many_entries: { zh: '最多 {max} 条，现有 {count} 条', en: 'At most {max} entries; there are {count}' },
  birth_date_differs: {
    zh: '与证件号码中的出生日期 {date} 不一致',
    en: 'Does not agree with the birth date {date} in the document number',
  },
  gender_differs: {
    zh: '与证件号码中的性别（{gender}）不一致',
    en: 'Does not agree with the sex ({gender_en}) in the document number',
  },
  entry_unknown: { zh: '所指的条目不在本记录中', en: 'The entry it points to is not in this record' },
  derived_field: { zh: '“{field}”由系统计算，不能填写', en: '“{field_en}” is computed and cannot be entered' },
  system_field: { zh: '“{field}”由系统维护，不能直接修改', en: '“{field}” is kept by the system and cannot be edited' },
  entry_removed: { zh: '这条“{field}”已被移除，请重新添加', en: 'This “{field_en}” has been removed; add it again' },
  bad_entry_id: {
    zh: '条目编号“{id}”无效：用小写字母和数字，不能只有数字',
    en: '“{id}” cannot name an entry: lower-case letters and digits, not digits alone',
  },
} as const;

const conditionProblems = {
  missing_field: { zh: '缺少“{field}”', en: '“{field_en}” is missing' },
  must_be: { zh: '“{field}”应为“{value}”', en: '“{field_en}” must be “{value_en}”' },
  must_include: { zh: '“{field}”应包含“{value}”', en: '“{field_en}” must include “{value_en}”' },
  must_differ: {
    zh: '“{field}”与“{other}”应填写，且不能相同',
    en: '“{field_en}” and “{other_en}” must both be given and must differ',
  },
  must_not_be_after: { zh: '“{field}”不能晚于“{other}”', en: '“{field_en}” cannot be later than “{other_en}”' },
  too_little: { zh: '“{field}”至少为 {min}，现为 {count}', en: '“{field_en}” must be at least {min}, it is {count}' },
  none_fits: { zh: '“{field}”中没有符合要求的条目', en: 'No entry of “{field_en}” meets what is needed' },
  not_attached: { zh: '缺少附件：{field}', en: 'Not attached: {field_en}' },
  not_printed: { zh: '“{field}”尚未打印', en: '“{field_en}” has not been printed' },
  not_passed: { zh: '“{field}”尚未到期', en: '“{field_en}” has not run out yet' },
  is_an_officer: { zh: '“{field}”不能是本单位人员', en: '“{field_en}” cannot be a member of this unit' },
  actor_excluded: {
    zh: '本步骤须由“{field}”以外的人办理',
    en: 'This step must be taken by someone other than “{field_en}”',
  },
  actor_not_named: { zh: '本步骤须由“{field}”办理', en: 'This step must be taken by “{field_en}”' },
  linked_not_done: { zh: '“{field}”所指的记录尚未办结', en: 'The record named in “{field_en}” is not finished' },
  taken_more_than_held: {
    zh: '“{line}”只有 {held}，已登记取出 {taken}',
    en: '“{line}” holds {held}, {taken} are taken out',
  },
  taken_line_unknown: { zh: '取出的条目不在库', en: 'What is taken out is not among what is held' },
  taken_not_all: { zh: '“{line}”共 {held}，只取出 {taken}', en: '“{line}” holds {held}, only {taken} are taken out' },
  wrong_state: { zh: '应处于“{value}”状态', en: 'The record must be in state “{value_en}”' },
  one_of_these: { zh: '以下各项至少满足一项', en: 'At least one of these is needed' },
  must_not_hold: { zh: '目前的填写不符合要求', en: 'What is entered now rules this out' },
} as const;

const stepProblems = {
  invariant_broken: { zh: '{says}', en: '{says_en}' },
  step_unknown: { zh: '没有“{step}”这一步', en: 'There is no step “{step}”' },
  step_not_from_here: {
    zh: '当前状态为“{state}”，不能办理“{step}”',
    en: '“{step_en}” cannot be taken from state “{state_en}”',
  },
  step_not_yours: { zh: '“{step}”须由{role}办理', en: '“{step_en}” is for: {role_en}' },
  guard_failed: { zh: '{says}', en: '{says_en}' },
  reason_required: { zh: '请写明理由', en: 'A reason is needed' },
  record_final: { zh: '记录已作废，不能再修改', en: 'The record is void and cannot be changed' },
} as const;

export const recordProblems = {
  ...contentProblems,
  ...conditionProblems,
  ...stepProblems,
  kind_unknown: { zh: '本案台没有“{kind}”这种记录', en: 'This desk has no records of kind “{kind}”' },
} as const;
