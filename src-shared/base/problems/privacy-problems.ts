// What can stand in the way of erasing personal data, and of giving a person theirs.

export const privacyProblems = {
  erasure_undelivered: {
    zh: '记录 {number} 还有 {count} 条更改没有送达中心；请先同步或用 U 盘送达，再核准清除',
    en: '{count} changes of record {number} have not reached the centre; deliver them first, then approve the erasure',
  },
  erasure_other_scope: {
    zh: '记录 {number} 含有其他单位的更改，须由该单位清除',
    en: 'Record {number} holds changes of another unit, which has to order the erasure',
  },
  erasure_nothing: {
    zh: '记录 {number} 中没有可清除的个人信息',
    en: 'Record {number} holds no such personal data to erase',
  },
  person_not_named: {
    zh: '请填写姓名，并填写证件号码或联系电话之一',
    en: 'Give the name, and a document number or a phone number',
  },
  person_too_many: {
    zh: '匹配的记录超过 {limit} 条，请填写证件号码缩小范围',
    en: 'More than {limit} records match; give the document number',
  },
} as const;
