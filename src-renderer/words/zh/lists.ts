// Words of the lists.

export const listsZh = {
  count: '共 {{count}} 条',
  new: '新增',
  toCustody: '去保管页办理',
  newFirst: '新增第一条',
  columns: '列',
  usualColumns: '恢复默认列',
  column: { number: '编号', title: '摘要', status: '状态', due: '期限', occurredAt: '时间', updatedAt: '最后修改' },
  filters: '筛选',
  officer: '经办人',
  colon: '：',
  dateRange: '{{from}} 至 {{to}}',
  clearFilters: '清除筛选',
  none: '还没有{{kind}}记录',
  noneFound: '没有符合条件的记录',
  noneFoundBody: '可放宽时间或状态，或按 Ctrl+K 在全部记录中搜索。',
  unknownKind: '本案台没有“{{kind}}”这一业务',
} as const;
