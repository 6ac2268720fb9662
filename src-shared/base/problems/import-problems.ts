// Reading ledgers: what is wrong with a file, with a line of it, and with an import as a whole.

export const importProblems = {
  import_empty: { zh: '文件里没有数据。', en: 'The file holds no data.' },
  import_too_large: {
    zh: '文件过大（解开后超过 {megabytes} MB）。表格下方常有大量空行：请删除空行另存，或分成几个文件导入。',
    en: 'The file is too large (over {megabytes} MB when unpacked). Often thousands of empty lines lie below the table: delete them and save again, or import it in parts.',
  },
  import_too_many_rows: {
    zh: '表格超过 {limit} 行，请分成几个文件导入。',
    en: 'The table has more than {limit} lines. Import it in parts.',
  },
  import_too_many_columns: {
    zh: '表格超过 {limit} 列，请只留下要导入的列。',
    en: 'The table has more than {limit} columns. Keep only those to import.',
  },
  import_too_many_entries: {
    zh: '这个文件由 {count} 个部分组成，不像普通表格（最多 {limit} 个），没有打开。',
    en: 'This file is made of {count} parts and looks like no ordinary spreadsheet ({limit} at most). It was not opened.',
  },
  import_zip_bomb: {
    zh: '文件压缩得异常厉害（{ratio} 倍），可能是恶意文件，没有打开。',
    en: 'The file is compressed beyond belief ({ratio} times) and may be malicious. It was not opened.',
  },
  import_damaged: {
    zh: '文件已损坏，或没有完整复制。请用表格软件打开后另存为 .xlsx 再导入。',
    en: 'The file is damaged or was copied in part. Open it in the spreadsheet program, save it as .xlsx and try again.',
  },
  import_password: {
    zh: '文件设了打开密码。请在表格软件中取消密码，另存后再导入。',
    en: 'The file is protected by a password. Remove the password in the spreadsheet program, save it and try again.',
  },
  import_old_format: {
    zh: '这是旧格式表格（{format}）。请在表格软件中另存为 .xlsx 再导入。',
    en: 'This is an older spreadsheet format ({format}). Save it as .xlsx in the spreadsheet program and try again.',
  },
  import_is_web_page: {
    zh: '这其实是网页文件，只是改成了表格的名字。请在表格软件中打开，另存为 .xlsx 再导入。',
    en: 'This is a web page named like a spreadsheet. Open it in the spreadsheet program, save it as .xlsx and try again.',
  },
  import_not_a_table: {
    zh: '这不是表格文件。可以导入 .xlsx 和 .csv。',
    en: 'This is no spreadsheet. Files that can be imported are .xlsx and .csv.',
  },
  import_encoding_unknown: {
    zh: '看不懂这个文本文件的编码（不是 UTF-8，也不是 GB18030）。请另存为 .xlsx 再导入。',
    en: 'The text of this file is in an unknown encoding (neither UTF-8 nor GB18030). Save it as .xlsx and try again.',
  },
  import_csv_broken: {
    zh: '第 {line} 行附近的引号不成对，后面的内容分不清列。请在表格软件中打开，另存为 .xlsx 再导入。',
    en: 'Near line {line} a quotation mark has no partner, so the columns cannot be told apart. Open the file in the spreadsheet program, save it as .xlsx and try again.',
  },
  import_no_header: {
    zh: '没有找到表头。请指定表头在第几行。',
    en: 'No header was found. Say in which line it is.',
  },
  import_sheet_missing: { zh: '文件里没有这个工作表或这一行。', en: 'The file has no such sheet or line.' },
  import_gone: {
    zh: '这个文件已不在手边（重新登录或时间过长），请重新选择文件。',
    en: 'The file is no longer at hand (a new sign-in, or too long ago). Choose it again.',
  },
  import_not_checked: { zh: '请先检查再导入。', en: 'Check the lines before you import them.' },
  import_nothing_chosen: { zh: '没有可以导入的行。', en: 'There is no line to import.' },
  import_running: { zh: '这次导入还在进行。', en: 'This import is still running.' },
  import_mapping_wrong: {
    zh: '对应关系有误：{text} 不是这个种类的字段，也不是表里的列。',
    en: 'The mapping is wrong: {text} is neither a field of this kind nor a column of the table.',
  },

  import_wrong_extension: {
    zh: '文件名是 {name}，内容其实是 {format}，已按内容读取。',
    en: 'The file is named {name} but holds {format}; it was read as what it is.',
  },
  import_has_macros: {
    zh: '文件带有宏。宏没有运行，只读取了数值。',
    en: 'The file has macros. They were not run; only values were read.',
  },
  import_external_links: {
    zh: '文件引用了其他文件。没有去读那些文件，用的是上次保存时的数值。',
    en: 'The file refers to other files. They were not read; the values are those it was last saved with.',
  },
  import_hidden_sheets: {
    zh: '有隐藏的工作表：{names}。需要时可在下面选择。',
    en: 'There are hidden sheets: {names}. Choose one below if you need it.',
  },
  import_merged_cells: {
    zh: '数据中有合并单元格，已把内容填到合并的每一行（{count} 格）。',
    en: 'Cells are merged among the data; each line of a merged block was given its content ({count} cells).',
  },
  import_formulas: {
    zh: '有 {count} 格是公式，用的是上次算出的值。',
    en: '{count} cells are formulas; the values last worked out were taken.',
  },
  import_encoding_used: { zh: '文本按 {encoding} 读取。', en: 'The text was read as {encoding}.' },

  import_line_sum: { zh: '合计行，不是记录', en: 'a line of sums, no record' },
  import_line_header: { zh: '重复的表头', en: 'the header once more' },
  import_line_note: { zh: '表下的说明', en: 'a note below the table' },

  import_number_broken: {
    zh: '长号码已被表格软件变成 {text}，末尾数字已经丢失，请按原件重新填写（单元格设为文本）。',
    en: 'The spreadsheet program has turned the long number into {text}; its last digits are lost. Enter it anew from the original (as text).',
  },
  import_formula_without_value: {
    zh: '公式 {text} 没有算出的值。请在表格软件中打开并保存一次。',
    en: 'The formula {text} has no value. Open the file in the spreadsheet program and save it once.',
  },
  import_cell_error: { zh: '单元格是错误值 {text}。', en: 'The cell holds the error {text}.' },
  import_date_unclear: {
    zh: '看不出“{text}”是哪一天，请写成 2025-03-28 的样子。',
    en: 'Which day “{text}” is cannot be told. Write it as in 2025-03-28.',
  },
  import_date_without_year: {
    zh: '“{text}”没有年份，表头和文件名里也没有。',
    en: '“{text}” has no year, and neither the titles nor the file’s name give one.',
  },
  import_number_unclear: { zh: '“{text}”不是整数。', en: '“{text}” is no whole number.' },
  import_value_unclear: { zh: '看不懂“{text}”。', en: '“{text}” cannot be read.' },
  import_code_unknown: {
    zh: '“{text}”不在选项里。可以填：{options}',
    en: '“{text}” is none of the choices: {options_en}',
  },
  import_officer_unknown: { zh: '本台没有“{text}”这个人。', en: 'Nobody on this desk is called “{text}”.' },
  import_officer_ambiguous: { zh: '本台有几个人叫“{text}”。', en: 'Several people on this desk are called “{text}”.' },
  import_parts_differ: {
    zh: '这一格有 {count} 项，而名称有 {entries} 项，对不上。',
    en: 'This cell has {count} parts and the names are {entries}; they do not match.',
  },
  import_time_missing: {
    zh: '没有写时刻，按零时记，并在备注中注明。',
    en: 'No time is given; midnight is stored and the remark says so.',
  },
  import_same_line: { zh: '与第 {line} 行完全相同。', en: 'The same as line {line}.' },
  import_alike_line: { zh: '与第 {line} 行的时间、内容相同。', en: 'Line {line} has the same time and content.' },
  import_number_twice: { zh: '编号与第 {line} 行相同。', en: 'Line {line} has the same number.' },
  import_already_here: { zh: '本台已有相同的记录：{number}。', en: 'The desk has the same record already: {number}.' },

  import_undo_not_yours: {
    zh: '只有导入的人和负责人可以撤销这次导入。',
    en: 'Only who imported it and the head can take this import back.',
  },
  import_undone_already: { zh: '这次导入已经撤销。', en: 'This import was taken back already.' },
  import_unknown: { zh: '本台没有这次导入。', en: 'The desk knows no such import.' },
  import_columns_asked: {
    zh: '还有必填的字段没有对应的列，也没有统一填写的值：{fields}。',
    en: 'Fields that must be filled in have neither a column nor one value for all: {fields_en}.',
  },
} as const;
