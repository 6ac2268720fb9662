// Every act the desk's log knows, with the sentence that tells it. An act that has no words here cannot be logged.
// `{fact}` is filled from the line; a part in [brackets] is left out when a fact in it is missing.

import { type Words, words } from './words.ts';

export const auditActions = {
  desk_set_up: words('建立本案台', 'Set this desk up'),
  sign_in: words('登录[（{how}）]', 'Signed in[ ({how})]'),
  sign_in_refused: words('登录被拒：密码不正确', 'Sign-in refused: wrong password'),
  recovery_refused: words('恢复码不符，重设密码被拒', 'Recovery refused: not the two halves of this desk'),
  lock: words('锁定[（{how}）]', 'Locked the desk[ ({how})]'),
  desk_closed: words('关闭案台[（{how}）]', 'Closed the desk[ ({how})]'),
  pin_set: words('设置换人 PIN 码', 'Set the PIN for changing over'),
  pin_refused: words('换人被拒：PIN 码不正确', 'Change of person refused: wrong PIN'),
  password_changed: words('修改本人密码', 'Changed their own password'),
  person_added: words('新增人员', 'Added a person'),
  person_changed: words('修改人员[：{changed}]', 'Changed a person[: {changed}]'),
  person_recovered: words(
    '用恢复码重设密码[，自称带来恢复码的两人：{first}、{second}]',
    'Set a new password with the recovery code[, brought by {first} and {second}, as they said]',
  ),
  recovery_renewed: words('更换恢复码', 'Renewed the recovery code'),
  saved: words(
    '保存{kind}[，附件 {attached}][，填写{creation}]',
    'Saved a record: {kind}[, with attachment {attached}][, as {creation}]',
  ),
  step_taken: words('办理“{step}”', 'Took the step “{step}”'),
  decided: words('裁定冲突：{path}', 'Settled a conflict: {path}'),
  undone: words('撤销一项更改', 'Undid a change'),
  sensitive_opened: words('查看敏感记录', 'Opened a record marked sensitive'),
  sensitive_history: words('查看敏感记录的历史', 'Read the history of a record marked sensitive'),
  paper_shown: words('查看单据《{document}》', 'Looked at the paper “{document}”'),
  revealed: words('显示脱敏内容：{path}；理由：{reason}', 'Revealed a masked value: {path}; reason: {reason}'),
  attachment_read: words('查看敏感记录的附件', 'Opened an attachment of a sensitive record'),
  printed: words('{by}《{document}》{copies} 份', '{by} “{document}”, copies: {copies}'),
  register_printed: words('打印{kind}台账，{rows} 行', 'Printed the register of {kind}, rows: {rows}'),
  imported: words('导入台账[（{kind}）]，{records} 条', 'Imported[ ({kind})], records: {records}'),
  import_undone: words('撤销导入：作废 {voided} 条，保留 {kept} 条', 'Undid an import: voided {voided}, kept {kept}'),
  shift_given: words('交班：未结 {open} 件，保管 {kept} 件', 'Handed the shift over: unfinished {open}, kept {kept}'),
  shift_taken: words('接班：自{from}，以{proof}确认', 'Took the shift over from {from}, confirmed {proof}'),
  shift_printed: words('查看或打印交接班单', 'Looked at or printed a hand-over sheet of a shift'),
  bundle_exported: words('写入 U 盘第 {stick} 号：更改 {changes} 条', 'Wrote stick {stick}: changes {changes}'),
  bundle_imported: words(
    '读入中心回执 {answer}：确认 {received} 条，退回 {refused} 条，新到 {fresh} 条',
    'Read answer {answer} of the centre: confirmed {received}, refused {refused}, new {fresh}',
  ),
  bundle_code_entered: words(
    '录入 U 盘第 {stick} 号的回执码：确认 {received} 条，退回 {refused} 条',
    'Entered the receipt code of stick {stick}: confirmed {received}, refused {refused}',
  ),
  report_printed: words('打印统计报表[{report}][ {period}]', 'Printed the report[ {report}][ {period}]'),
  report_published: words('发布统计报表 {report}，{period}', 'Published the report {report}, {period}'),
  figure_entered: words('填报指标 {indicator}，{period}', 'Entered the figure {indicator}, {period}'),
  register_exported: words(
    '导出{kind}台账，{rows} 行[（{format}）][；用途：{reason}]；校验码 {checksum}',
    'Exported the register of {kind}, rows: {rows}[ ({format})][; purpose: {reason}]; checksum {checksum}',
  ),
  template_saved: words('设定上级表格 {name}，取数 {bound} 处', 'Set up the form {name}, bound cells: {bound}'),
  template_retired: words('停用上级表格 {name}', 'Took the form {name} out of use'),
  template_filled: words('填报上级表格 {name}，{period}', 'Filled the form {name}, {period}'),
  label_scanned: words('盘点扫描 {code}', 'Scanned a label: {code}'),
  scan_dropped: words('撤回盘点扫描 {code}', 'Took a scan back: {code}'),
  custody_handed_over: words(
    '移交保管：{records} 条记录 {pieces} 件',
    'Handed over custody: records {records}, pieces {pieces}',
  ),
  custody_taken_over: words(
    '确认接收保管：{records} 条记录 {pieces} 件',
    'Confirmed custody: records {records}, pieces {pieces}',
  ),
  cash_counted: words(
    '现金盘点：实点 {fen} 分，差额 {difference} 分',
    'Counted cash: {fen} fen, difference {difference} fen',
  ),
  cash_count_confirmed: words(
    '复点确认现金：{fen} 分，差额 {difference} 分',
    'Confirmed a cash count: {fen} fen, difference {difference} fen',
  ),
  stock_take_finished: words(
    '结束盘点：{pieces} 件，差异 {differing} 件',
    'Ended a stock-take: pieces {pieces}, differing {differing}',
  ),
  settings_changed: words('修改设置：{what}[（{months} 个月）]', 'Changed a setting: {what}[ ({months} months)]'),
  verified: words('校验本案台数据，发现 {faults} 处问题', 'Verified the desk’s data; faults found: {faults}'),
  bundle_carried: words('为其他案台转交数据包 {name}', 'Carried a bundle of another desk: {name}'),
  enrolment_requested: words('写了离线接入申请', 'Wrote a request to enter a centre by stick'),
  enrolled: words('接入中心 {url}', 'Enrolled at the centre {url}'),
  synced: words('手动同步，尚有 {waiting} 条待送', 'Synced by hand; changes still waiting: {waiting}'),
  delivery_confirmed: words('中心回执确认 {changes} 条更改', 'The centre confirmed changes by receipt: {changes}'),
  delivery_retried: words('重新发送退回与搁置的更改 {changes} 条', 'Sent refused or held changes again: {changes}'),
  delivery_exported: words(
    '导出退回与搁置清单，{changes} 条',
    'Exported the list of refused and held changes: {changes}',
  ),
  incarnation_began: words('目录位置变动或发现副本，启用新的更改链', 'Began a new chain: the desk was moved or copied'),
  clock_jumped: words('本机时钟跳变 {ms} 毫秒', 'This PC’s clock jumped by {ms} ms'),
  backed_up: words('备份 {name}，核对发现 {faults} 处问题', 'Backed up as {name}; faults found: {faults}'),
  restored: words('由备份恢复：{backup}', 'Restored from a backup: {backup}'),
  restored_checked: words(
    '恢复后与回执核对：缺 {missing} 条，不符 {wrong} 条，一致 {covered} 条',
    'Checked against receipts after restoring: missing {missing}, wrong {wrong}, in order {covered}',
  ),
  numbers_continued: words(
    '恢复后继续编号：{kind}{year} 年自 {last} 号之后',
    'Numbering went on after restoring: {kind}, year {year}, after {last}',
  ),
  repaired: words('修复：{what}', 'Repaired: {what}'),
  person_sought: words('查找一人的个人信息，涉及记录 {records} 条', 'Looked for one person’s data; records: {records}'),
  person_copied: words(
    '提供个人信息查阅（复制）件（{by}），记录 {records} 条；用途：{reason}',
    'Made a copy of one person’s data ({by}), records: {records}; purpose: {reason}',
  ),
  erasure_approved: words(
    '核准并清除个人信息：记录 {records} 条，更改 {changes} 条',
    'Approved and carried out an erasure: records {records}, changes {changes}',
  ),
  orders_retried: words('重新发送被退回的清除指令 {orders} 项', 'Sent refused orders to erase again: {orders}'),
  erased: words('执行清除指令，清除个人信息', 'Carried out an order to erase personal data'),
  rebuilt: words('由更改重建列表与检索', 'Rebuilt lists and search from the changes'),
  log_verified: words(
    '校验审计日志 {lines} 行，发现 {faults} 处问题',
    'Verified the log: {lines} lines, faults: {faults}',
  ),
  log_exported: words(
    '导出审计日志 {lines} 行（{format}），文件 SHA-256 {sha256}',
    'Exported the log: {lines} lines ({format}), SHA-256 of the file {sha256}',
  ),
  log_archived: words(
    '归档审计日志第 {first} 至 {last} 行，文件 SHA-256 {sha256}',
    'Archived lines {first} to {last} of the log, SHA-256 of the file {sha256}',
  ),
} as const satisfies Readonly<Record<string, Words>>;

export type AuditAction = keyof typeof auditActions;

/** Account under which the desk itself acts, and the one that stands for whoever brings a recovery code. */
export const auditAccounts = { system: 'system', recovery: 'recovery' } as const;

/** The words with the facts filled in. */
export function fillAudit(template: string, facts: Readonly<Record<string, string>>): string {
  const whole = template.replaceAll(/\[([^\]]*)\]/g, (_part, inside: string) =>
    isFilled(inside, facts) ? inside : '',
  );
  return whole.replaceAll(/\{(\w+)\}/g, (_part, name: string) => facts[name] ?? '—');
}

function isFilled(part: string, facts: Readonly<Record<string, string>>): boolean {
  return [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => (facts[name] ?? '') !== '');
}
