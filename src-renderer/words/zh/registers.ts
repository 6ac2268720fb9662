// Words of the registers.

export const registersZh = {
  note: '按期查阅和打印',
  title: '{{kind}}台账',
  others: '其他台账',
  period: '期间',
  wholeTime: '全部时间',
  print: '打印台账',
  ordinal: '序号',
  openRow: '打开第 {{number}} 条记录',
  shownSoFar: '已显示 {{count}} 条，还有更多',
  more: '继续显示',
  none: '这一期间没有记录',
  noneBody: '请换一个期间，或在左侧选择业务后新增。',
} as const;
