// What can be wrong with the log, with changing over at the desk, and with a person's own data.

export const trustProblems = {
  audit_nothing: { zh: '所选范围内没有日志', en: 'There are no lines in this range' },
  pin_length: { zh: 'PIN 码为 {least} 至 {most} 位数字', en: 'A PIN has {least} to {most} digits' },
  pin_too_simple: {
    zh: 'PIN 码不能是相同或连续的数字',
    en: 'A PIN may not be one digit repeated, nor digits in a row',
  },
  pin_refused: { zh: 'PIN 码不正确，还可再试 {left} 次', en: 'Wrong PIN; tries left: {left}' },
  pin_needs_password: {
    zh: '此时不能用 PIN 码，请输入密码（案台启动后须先用密码登录一次；连续输错三次也须用密码）',
    en: 'The PIN does not open now; give the password (once after the desk was started, and after three wrong PINs)',
  },
} as const;
