// Words of the search.

export const searchZh = {
  label: '搜索',
  note: '任何一页都可按 Ctrl+K',
  placeholder: '姓名、物品、地点、编号，拼音或首字母，证件和手机尾号四位',
  kinds: '业务种类',
  results: '搜索结果',
  recent: '最近办理',
  how: '例：黎、li、溪心桥、xxq、尾号 1234。方向键选择，回车打开。',
  none: '没有找到“{{text}}”。可试拼音首字母、证件尾号，或换用“全部”。',
  found: '{{count}} 条结果',
} as const;
