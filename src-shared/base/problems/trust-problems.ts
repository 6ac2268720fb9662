// What can be wrong with the log, with changing over at the desk, and with a person's own data.

export const trustProblems = {
  audit_nothing: { zh: '所选范围内没有日志', en: 'There are no lines in this range' },
} as const;
