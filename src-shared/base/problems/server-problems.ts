// What can be wrong at the centre: its settings, its database, its disk, its invitations and devices.

export const serverProblems = {
  server_bad_setting: { zh: '设置 {name} 的值不正确：{value}', en: 'The setting {name} is wrong: {value}' },
  server_no_database: { zh: '连不上中心的数据库', en: 'The database of the centre cannot be reached' },
  server_database_damaged: {
    zh: '中心的数据库已损坏，请用备份恢复',
    en: 'The database of the centre is damaged; restore it from a backup',
  },
  server_database_newer: {
    zh: '中心的数据库由更新版本的程序写入（版本 {found}，本程序只认到 {known}），请先升级程序',
    en: 'The database was written by a newer program (version {found}, this one knows {known}); update the program first',
  },
  server_disk_full: { zh: '中心的磁盘已满', en: 'The disk of the centre is full' },
  server_directory_not_writable: {
    zh: '数据目录不能写入：{path}',
    en: 'The data directory cannot be written to: {path}',
  },
  server_key_missing: {
    zh: '找不到中心的密钥文件 {path}，中心的签名密钥用它封存，不会另造。请从备份取回；几个进程共用一个数据库时，复制已在用的那一份',
    en: 'The key file {path} is missing. The key of the centre is sealed under it and is not made anew: bring the file back from a backup, or, where several processes share a database, copy the one in use',
  },
  server_key_wrong: {
    zh: '密钥文件 {path} 不是这个数据库的。请换上封存时用的那一份（备份或其他进程所用）',
    en: 'The key file {path} does not belong to this database. Put the right one there, from a backup or from another process',
  },
  server_key_unreadable: {
    zh: '密钥文件 {path} 不能读取或内容不完整。请检查权限，或从备份取回',
    en: 'The key file {path} cannot be read or is not complete. Look at its permissions, or bring it back from a backup',
  },
  server_port_in_use: { zh: '地址 {address} 已被占用', en: 'The address {address} is already in use' },
  server_bad_certificate: {
    zh: '证书或私钥文件不能使用：{path}',
    en: 'The certificate or key file cannot be used: {path}',
  },
  server_unknown_scope: { zh: '没有范围 {scope}', en: 'There is no scope {scope}' },
  server_scope_exists: { zh: '范围 {scope} 已经存在', en: 'The scope {scope} already exists' },
  server_bad_scope: {
    zh: '范围编号只能用字母、数字、下划线和连字符，最多 64 个字符：{scope}',
    en: 'A scope is named by 1 to 64 letters, digits, _ and -: {scope}',
  },
  server_unknown_device: { zh: '没有登记设备 {device}', en: 'There is no device {device}' },
  server_device_taken: {
    zh: '设备编号 {device} 已登记，密钥不同；请作为新设备接入',
    en: 'The device {device} is enrolled with another key; enrol this PC as a new device',
  },
  server_wrong_device: { zh: '此接入码是给另一台设备的', en: 'This code is for another device' },
  server_bad_proof: { zh: '接入签名不正确', en: 'The signature of the enrolment is wrong' },
  server_bad_assertion: { zh: '登录凭据无效（{reason}）', en: 'The assertion is not valid ({reason})' },
  server_assertion_time: {
    zh: '登录凭据的时间不在有效期内；中心时间为 {at}',
    en: 'The assertion is not valid at this time; the clock of the centre says {at}',
  },
  server_too_many_requests: {
    zh: '请求过于频繁，请 {seconds} 秒后再试',
    en: 'Too many requests; try again in {seconds} seconds',
  },
  server_failed: {
    zh: '中心内部出错（编号 {reference}）',
    en: 'Something failed at the centre (reference {reference})',
  },
  server_log_damaged: { zh: '发现 {faults} 处损坏：\n{lines}', en: '{faults} faults were found:\n{lines}' },
  server_no_snapshot: { zh: '中心没有这个快照', en: 'The centre does not have this snapshot' },
  server_no_blob_store: {
    zh: '中心现在连不上存放附件的地方，文字照常收发，附件稍后自动再送',
    en: 'The centre cannot reach the place where attachments are kept; text goes on, attachments are sent again by themselves',
  },
  server_no_blob: { zh: '中心没有这个附件', en: 'The centre does not have this attachment' },
  server_blob_too_large: {
    zh: '附件太大（{bytes} 字节，上限 {limit}）',
    en: 'The attachment is too large ({bytes} bytes, the limit is {limit})',
  },
  server_blob_wrong_hash: { zh: '附件内容与其摘要不符', en: 'The content of the attachment does not match its hash' },
} as const;
