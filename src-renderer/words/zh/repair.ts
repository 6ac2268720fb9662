// Words of damage and repair.

export const repairZh = {
  open: '修复案台',
  title: '案台打不开，需要修复',
  note: '现有文件会移到一旁保留，不会丢弃；其中还能读出的内容，恢复后登录时自动取回。',
  found: '发现的问题',
  foundNone: '从外面看文件没有问题，损坏在数据内部。',
  choose: '选择用来恢复的备份',
  support: '没有备份时，请不要移动或改动案台目录，联系管理员。',
  examine: '体检与修复',
  examineNote: '检查文件、历史、附件、时钟、磁盘和备份，逐项说明哪里不对、能怎样修复。',
  examineGo: '开始体检',
  examining: '正在体检，期间可照常工作……',
  well: '没有发现问题。',
  kind: { permissions: '收回权限', rebuild: '由历史重新得出', attachments: '取回附件', restore: '需用备份恢复' },
  severity: { bad: '损坏', warning: '注意' },
  byHand: '请照左边所说处理',
} as const;
