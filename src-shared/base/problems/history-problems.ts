// What can be wrong with a change that was received, or that somebody tries to make.

export const historyProblems = {
  history_not_utf8: { zh: '变更的字节不是有效的 UTF-8 文本', en: 'The bytes of the change are not valid UTF-8' },
  history_not_canonical: {
    zh: '变更不是规定的唯一写法（第 {at} 个字符处）',
    en: 'The change is not in its one prescribed form (at character {at})',
  },
  history_too_large: {
    zh: '一次变更太大：{bytes} 字节，上限 {limit} 字节',
    en: 'The change is too large: {bytes} bytes, the limit is {limit}',
  },
  history_too_deep: { zh: '变更的嵌套层数太多', en: 'The change is nested too deeply' },
  history_unsafe_number: {
    zh: '数字只能是正负 9007199254740991 以内的整数',
    en: 'A number must be a whole number within ±9007199254740991',
  },
  history_lone_surrogate: {
    zh: '文字中有残缺的字符（半个代理对）',
    en: 'The text holds half a character (a lone surrogate)',
  },
  history_nul_character: { zh: '文字中有空字符（NUL）', en: 'The text holds a NUL character' },
  history_unknown_version: {
    zh: '此变更由更新版本的程序写成（格式 {version}），请先升级',
    en: 'This change was written by a newer version (format {version}); update first',
  },
  history_unknown_algorithm: {
    zh: '本程序不认识签名算法“{algorithm}”',
    en: 'This program does not know the algorithm “{algorithm}”',
  },
  history_bad_header: {
    zh: '变更的抬头不完整或有误（{field}）',
    en: 'The header of the change is incomplete or wrong ({field})',
  },
  history_bad_body: {
    zh: '变更的内容不完整或有误（{field}）',
    en: 'The body of the change is incomplete or wrong ({field})',
  },
  history_bad_path: { zh: '“{path}”不是有效的字段路径', en: '“{path}” is not a valid path of a field' },
  history_path_twice: {
    zh: '同一字段在一次变更中写了两次，或次序不对',
    en: 'A path is written twice in one change, or out of order',
  },
  history_too_many_operations: {
    zh: '一次变更最多 {limit} 处，现有 {count} 处',
    en: 'A change writes at most {limit} paths; this one has {count}',
  },
  history_wrong_body: {
    zh: '变更的内容与其抬头中的摘要不符',
    en: 'The body of the change does not match the hash in its header',
  },
  history_bad_signature: { zh: '签名不正确', en: 'The signature is wrong' },
  history_bad_erasure: { zh: '删除令不完整或有误（{field}）', en: 'The erasure is incomplete or wrong ({field})' },
  history_erasure_mismatch: { zh: '删除令与该变更的内容不符', en: 'The erasure does not fit the change it names' },
  history_bad_projection: {
    zh: '存储的记录内容已损坏，需要从历史重建',
    en: 'The stored record is damaged and must be rebuilt from its history',
  },
  history_unknown_change: { zh: '历史中没有这条变更', en: 'The history does not have this change' },
} as const;
