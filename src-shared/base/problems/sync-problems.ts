// What can be wrong on the way between a desk and the centre: with a message, with a change on arrival, with the log.

export const syncProblems = {
  sync_cut_short: {
    zh: '收到的数据不完整（在第 {line} 行中断）',
    en: 'The data received is cut short (at line {line})',
  },
  sync_bad_document: { zh: '收到的数据格式有误（第 {line} 行）', en: 'The data received is malformed (line {line})' },
  sync_too_large: {
    zh: '一次传送的数据太大（{size}，上限 {limit}）',
    en: 'Too much in one message ({size}, the limit is {limit})',
  },
  sync_not_one_line: {
    zh: '这条更改的字节已损坏，不能传送，已单独搁置',
    en: 'The bytes of this change are damaged and cannot be sent; it is set aside',
  },
  sync_bad_message: { zh: '收到的消息格式有误（{field}）', en: 'The message received is malformed ({field})' },
  sync_wrong_page: {
    zh: '收到的一页与请求的位置不符',
    en: 'The page received does not fit the place that was asked for',
  },
  sync_wrong_id: { zh: '更改的字节与其编号不符', en: 'The bytes of the change do not match its id' },
  sync_wrong_scope: { zh: '更改属于另一个范围（{scope}）', en: 'The change belongs to another scope ({scope})' },
  sync_scope_not_granted: {
    zh: '设备 {device} 无权在范围 {scope} 中登记',
    en: 'The device {device} may not write in the scope {scope}',
  },
  sync_record_elsewhere: { zh: '这条记录属于另一个范围', en: 'The record belongs to another scope' },
  sync_unknown_device: { zh: '中心没有登记设备 {device}', en: 'The centre does not know the device {device}' },
  sync_device_revoked: {
    zh: '设备 {device} 已被停用；内容已保留，等待负责人决定',
    en: 'The device {device} has been revoked; what it sent is kept until a head decides',
  },
  sync_not_vouched: { zh: '没有有效签名担保这条更改', en: 'No valid signature vouches for this change' },
  sync_body_missing: {
    zh: '这条更改没有内容，也没有相应的删除令',
    en: 'The change came without its body, and no order to erase it is known',
  },
  sync_waiting: { zh: '在等待 {count} 条更早的更改', en: 'Waiting for {count} earlier changes' },
  sync_ancestor_refused: {
    zh: '它所依据的一条更改被中心拒收，已随之搁置',
    en: 'A change it builds on was refused by the centre, so it is set aside with it',
  },
  sync_fork: {
    zh: '这台电脑的更改编号重复，可能被复制或恢复过；两边的内容都已保留',
    en: 'Numbers of this PC were used twice; it was probably cloned or restored. Both versions are kept',
  },
  sync_record_left: {
    zh: '记录已移出该范围，此更改待复核',
    en: 'The record has left this scope; the change is marked for review',
  },
  sync_released: { zh: '由负责人放行，待复核', en: 'Let in by a head; marked for review' },
  sync_restored: {
    zh: '中心从备份恢复过，正在重新核对并补送',
    en: 'The centre was restored from a backup; everything is being compared and sent again',
  },
  sync_promoted: { zh: '中心换了主机，正在核对', en: 'Another machine took over as the centre; comparing' },
  sync_withheld: {
    zh: '中心的日志变短了：曾给出的内容现在缺失，请报告管理员',
    en: 'The log of the centre has become shorter: what it once gave is missing. Tell your administrator',
  },
  sync_tampered: {
    zh: '中心的日志与本机保存的不一致，请报告管理员',
    en: 'The log of the centre is not the one this PC has seen. Tell your administrator',
  },
  sync_bad_receipt: { zh: '回执无效（{field}）', en: 'The receipt is not valid ({field})' },
  sync_bad_snapshot: {
    zh: '快照的第 {part} 部分与清单不符',
    en: 'Part {part} of the snapshot does not match its manifest',
  },
  sync_code_not_valid: { zh: '接入码无效、已用过或已过期', en: 'The enrolment code is wrong, used or expired' },
  sync_not_enrolled: { zh: '本机尚未接入中心', en: 'This PC is not enrolled with a centre' },
  sync_too_old: {
    zh: '本机软件太旧（协议 {version}，中心最低要求 {lowest}），请升级；数据都在，可先用 U 盘送出',
    en: 'This PC is too old for the centre (protocol {version}, at least {lowest}); update it. Nothing is lost, and a stick still works',
  },
  sync_busy: { zh: '中心正忙，请稍后', en: 'The centre is busy; try later' },
  sync_other_scope: {
    zh: '此接入码是给“{given}”的，而本机属于“{own}”：请中心用范围 {own} 发码',
    en: 'This code is for {given}, and this PC belongs to {own}: ask the centre for a code of the scope {own}',
  },
  sync_other_centre: {
    zh: '本机已接入另一个中心，不能再接入这一个',
    en: 'This PC is enrolled with another centre already',
  },
  sync_bad_address: {
    zh: '这不是中心的地址，应以 https:// 开头',
    en: 'This is no address of a centre; it begins with https://',
  },
  sync_unknown_reason: {
    zh: '中心给出的原因本机不认识（{code}），请升级本机软件或联系管理员',
    en: 'The centre gave a reason this program does not know ({code}); update it, or ask your administrator',
  },
  sync_unreachable: { zh: '连不上中心', en: 'The centre cannot be reached' },
} as const;
