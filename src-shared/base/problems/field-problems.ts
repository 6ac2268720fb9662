// What can be wrong with the content of one field or list line.

export const fieldProblems = {
  required: { zh: '此项必填', en: 'This field is required' },
  unknown_field: { zh: '没有“{field}”这一项', en: 'There is no field “{field}”' },
  wrong_type: { zh: '内容类型不对：应为{expected}', en: 'Wrong type of content: expected {expected}' },
  not_a_choice: { zh: '“{value}”不在可选范围内', en: '“{value}” is not one of the choices' },
  invalid_fields: {
    zh: '有 {count} 处需要更正，尚未保存',
    en: '{count} places need correcting; nothing has been saved yet',
  },
} as const;
