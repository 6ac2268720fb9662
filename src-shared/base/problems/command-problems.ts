// What can be wrong with a command and its input.

export const commandProblems = {
  input_not_readable: { zh: '读不到文件“{file}”', en: 'Cannot read the file “{file}”' },
  input_too_large: { zh: '第 {line} 行起的内容过大', en: 'The value starting at line {line} is too large' },
  input_not_json: { zh: '第 {line} 行不是有效的 JSON：{reason}', en: 'Line {line} is not valid JSON: {reason}' },
  input_not_a_record: { zh: '第 {line} 行应是一个 JSON 对象', en: 'Line {line} must be a JSON object' },
  no_password: {
    zh: '没有给出密码：用 --password-file 或环境变量 CASE_DESK_PASSWORD',
    en: 'No password was given: use --password-file or the environment variable CASE_DESK_PASSWORD',
  },
  no_directory: { zh: '没有指明案台目录：用 --dir', en: 'No desk directory was named: use --dir' },
  not_a_condition: { zh: '“{text}”应写成 字段=值', en: '“{text}” must read field=value' },
  which_person: {
    zh: '这张案台有几个人，用 --person 指明姓名或编号：{people}',
    en: 'Several people use this desk: name one with --person: {people}',
  },
  no_first_person: { zh: '请用 --person 指明第一个人的姓名', en: 'Name the first person with --person' },
  no_such_person: { zh: '没有“{name}”这个人', en: 'There is no person “{name}”' },
} as const;
