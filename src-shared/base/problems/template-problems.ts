// What can stand against keeping or filling a superior's form.

export const templateProblems = {
  template_unknown: { zh: '没有这份上级表格，可能已停用', en: 'There is no such form; it may be out of use' },
  template_too_large: { zh: '空白表格不能超过 {megabytes} MB', en: 'A blank form may have at most {megabytes} MB' },
  template_not_xlsx: {
    zh: '只能使用 .xlsx 表格；旧格式（.xls、.et）请先用 Excel 或 WPS 另存为 .xlsx',
    en: 'Only .xlsx forms can be used; save an older format as .xlsx first',
  },
  template_macros: {
    zh: '表格里有宏，为安全起见不采用；请另存为不带宏的 .xlsx',
    en: 'The form has macros and is not taken; save it as .xlsx without macros',
  },
  template_nothing_bound: { zh: '这份表格还没有设定取数', en: 'Nothing is bound in this form yet' },
  template_cell_unknown: { zh: '表格里没有单元格 {cell}', en: 'The form has no cell {cell}' },
  template_cell_merged: {
    zh: '{cell} 在合并单元格里面，请设定合并区域的左上角',
    en: '{cell} lies inside a merged block; bind its first cell',
  },
  template_cell_formula: {
    zh: '{cell} 是公式，由表格自己计算，不能填数',
    en: '{cell} holds a formula; the form works it out by itself',
  },
  template_cell_twice: { zh: '{cell} 设定了两次', en: '{cell} is bound twice' },
  template_column_unknown: { zh: '台账没有“{column}”这一栏', en: 'The register has no column “{column}”' },
  template_column_no_sum: { zh: '“{column}”这一栏不能相加', en: 'The column “{column}” cannot be added up' },
  template_bindings_unreadable: {
    zh: '{file} 不是取数设定（JSON）',
    en: '{file} is no list of bindings (JSON)',
  },
  template_manual_missing: { zh: '请先填写“{label}”', en: 'Enter “{label}” first' },
  template_room: {
    zh: '{cell} 以下只有 {room} 行空格，本期有 {lines} 条；为不漏填，请让上级加行，或缩短期间',
    en: 'There is room for {room} lines from {cell} down, and the period has {lines}; so that none is left out, add rows to the form or shorten the period',
  },
} as const;
