// What can be wrong with the log, with changing over at the desk, and with a person's own data.

export const trustProblems = {
  audit_nothing: { zh: '所选范围内没有日志', en: 'There are no lines in this range' },
  log_kept_too_short: {
    zh: '审计日志留存不得少于 {least} 个月（网络安全法）',
    en: 'The log is kept for {least} months at least (Cybersecurity Law)',
  },
  log_nothing_old: { zh: '没有超过留存期限的日志', en: 'No line of the log is past its time' },
  log_unsound: {
    zh: '校验日志发现 {faults} 处问题，不能归档；请先查明原因，原样保留',
    en: 'Verifying the log found {faults} faults, so nothing is archived; look into them first and leave all as it is',
  },
  log_archive_folder: { zh: '没有文件夹 {path}', en: 'There is no folder {path}' },
  log_archive_exists: {
    zh: '已有内容不同的文件 {path}；请换一个文件夹',
    en: 'There is a file {path} that says something else; name another folder',
  },
  log_archive_unreadable: {
    zh: '写入的文件 {path} 读回核对不符，日志没有变动；请换一块盘再归档',
    en: 'The file {path} did not read back as it was written; the log is unchanged. Archive to another disk',
  },
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
  shift_unknown: { zh: '没有这张交接班单', en: 'There is no such hand-over sheet' },
  shift_taken: { zh: '这张交接班单已经有人接班', en: 'This sheet has been taken over already' },
  shift_passed: {
    zh: '后面已有新的交接班单，请接最新的一张',
    en: 'A later hand-over sheet exists; take over that one',
  },
  shift_same_person: { zh: '接班人须是另一人', en: 'Whoever takes over must be another person' },
  shift_cash_differs: {
    zh: '清点的现金与账面不符，请在交办事项中写明原因',
    en: 'The cash counted is not what is recorded; say why in the remarks',
  },
  shift_count_unreadable: {
    zh: '看不懂现金清点“{text}”，请写成 面额=张数，如 100=3',
    en: 'Cannot read the count “{text}”; write yuan=pieces, such as 100=3',
  },
} as const;
