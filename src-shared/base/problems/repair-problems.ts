// What may be wrong with a desk's files and data, as the repair page and `case-desk doctor` say it.

export const repairProblems = {
  repair_file_missing: {
    zh: '缺少文件 {file}。请用备份恢复；不要新建案台覆盖',
    en: 'The file {file} is missing. Restore from a backup; do not set up a new desk over it',
  },
  repair_file_cut: {
    zh: '{file} 不完整：长度 {size} 字节不是整页，可能是断电、复制中断或磁盘损坏',
    en: '{file} is incomplete: {size} bytes is no whole number of pages; a power cut, a broken copy or a failing disk, perhaps',
  },
  repair_not_writable: {
    zh: '{file} 不能写入：请检查磁盘写保护、文件权限或杀毒软件',
    en: '{file} cannot be written to: check write protection, permissions and virus scanners',
  },
  repair_open_to_others: {
    zh: '{file} 可被本机其他账户读取，应只限本人',
    en: '{file} can be read by other accounts of this PC; it should be its owner’s alone',
  },
  repair_disk_low: {
    zh: '案台所在磁盘只剩 {free} MB，请尽快清理',
    en: 'Only {free} MB are free on the disk of the desk; make room soon',
  },
  repair_clock_back: {
    zh: '电脑时钟比数据文件的时间早 {minutes} 分钟，可能被调慢或主板电池没电：请校准电脑时间',
    en: 'This PC’s clock is {minutes} minutes before the time of the data file: set back, or its battery is empty. Set the clock right',
  },
  repair_clock_doubtful: {
    zh: '电脑时钟与中心相差约 {minutes} 分钟，请校准',
    en: 'This PC’s clock and the centre’s differ by about {minutes} minutes; set it right',
  },
  repair_pages: {
    zh: '数据文件有 {count} 处页面损坏。用备份恢复，旧文件中还能读的内容会一并取回',
    en: '{count} pages of the data files are damaged. Restore from a backup; what can still be read of the old files is taken over',
  },
  repair_chains: {
    zh: '{count} 处历史记录与写入时不一致或缺失。可用备份恢复，或由中心取回',
    en: '{count} places in the history are not as they were written, or missing. A backup or the centre can bring them back',
  },
  repair_projections: {
    zh: '{count} 条记录的列表或搜索内容与历史不一致，可由历史重新得出',
    en: 'What lists or the search show of {count} records is not what the history says; it can be worked out anew',
  },
  repair_attachments: {
    zh: '{count} 个附件的内容不在本机，可从备份或中心取回',
    en: 'The bytes of {count} attachments are not here; a backup or the centre can bring them back',
  },
  repair_log: {
    zh: '审计日志有 {count} 处不连续：有行被改动、移走或插入。不能修复，请报告安全管理员',
    en: 'The audit log is broken in {count} places: lines were changed, taken out or put in. This cannot be repaired; tell the security administrator',
  },
  repair_backup_old: {
    zh: '没有近期的有效备份：请到“设置 → 备份”接上备份盘，立即备份',
    en: 'There is no recent good backup: plug the disk in and back up now, under Settings, Backups',
  },
  repair_not_damaged: {
    zh: '案台能正常打开，不需要用备份替换',
    en: 'The desk opens as it should and need not be replaced by a backup',
  },
} as const;
