// What can go wrong when a form is printed.

export const printProblems = {
  print_failed: {
    zh: '没有打印成功（浏览器返回 {exit}），记录没有变化，请再试一次',
    en: 'Printing did not succeed (the browser answered {exit}); the record is unchanged, please try again',
  },
  no_such_document: { zh: '没有“{document}”这种单据', en: 'There is no document “{document}”' },
  document_not_offered: { zh: '目前还不能打印“{document}”', en: '“{document}” cannot be printed yet' },
  document_needs_entry: { zh: '请选择打印哪一条“{document}”', en: 'Choose which entry to print “{document}” for' },
} as const;
