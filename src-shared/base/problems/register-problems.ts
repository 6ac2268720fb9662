// What can stand against taking a register out of the desk.

export const registerProblems = {
  export_reason_needed: {
    zh: '导出未脱敏的台账须写明用途，用途记入日志',
    en: 'A register in full leaves only for a stated purpose, which goes into the log',
  },
  column_unknown: { zh: '这份台账没有第 {column} 栏', en: 'This register has no column {column}' },
  column_not_named: {
    zh: '台账没有“{column}”这一栏；各栏是：{columns}',
    en: 'The register has no column “{column}”; its columns are: {columns}',
  },
  cell_too_long: {
    zh: '第 {line} 条的“{column}”超过 Excel 一个单元格能放的 32767 字，为不截断，请导出为 CSV 或 PDF',
    en: '“{column}” of line {line} is longer than the 32,767 characters of a cell; so that nothing is cut, export CSV or PDF',
  },
  not_in_gb18030: {
    zh: '第 {line} 条附近有 GB18030 不能表示的字符：{characters}。请改用 UTF-8 导出',
    en: 'Near line {line} there are characters that GB18030 cannot hold: {characters}. Export as UTF-8 instead',
  },
} as const;
