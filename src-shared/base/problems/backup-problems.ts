// Backups: making, keeping, restoring.

export const backupProblems = {
  backup_place_unset: {
    zh: '还没有选择备份位置。请在“设置 · 备份”中选择另一块磁盘或 U 盘上的文件夹',
    en: 'No place for backups has been chosen. Choose a folder on a second disk or a stick in Settings · Backups',
  },
  backup_place_missing: {
    zh: '备份位置 {path} 现在不在：U 盘没有插上，或磁盘没有接上。本次没有备份',
    en: 'The place for backups, {path}, is not there now: the stick is out or the disk is off. No backup was made',
  },
  backup_place_other: {
    zh: '{path} 不是原来选定的备份盘（可能插了另一只 U 盘）。请插回原盘，或在设置中重新选择',
    en: '{path} is not the medium that was chosen for backups (another stick, perhaps). Put the right one in, or choose anew in the settings',
  },
  backup_place_small: {
    zh: '备份位置空间不足：需要约 {needed} MB，只剩 {free} MB',
    en: 'Not enough room at the place for backups: about {needed} MB are needed, {free} MB are free',
  },
  backup_disk_full: {
    zh: '备份盘 {path} 已满，本次没有备份；案台本身的数据没有问题',
    en: 'The disk for backups, {path}, is full and no backup was made; the desk itself is all right',
  },
  backup_disk_failed: {
    zh: '备份盘 {path} 读写出错（可能被拔出或已损坏），本次没有备份；案台本身的数据没有问题',
    en: 'The disk for backups, {path}, reported an error (taken out, perhaps, or failing) and no backup was made; the desk itself is all right',
  },
  backup_disk_read_only: {
    zh: '备份盘 {path} 不能写入，请检查写保护开关或权限；本次没有备份',
    en: 'The disk for backups, {path}, cannot be written to; check its write protection and permissions. No backup was made',
  },
  backup_running: { zh: '正在备份，请等它完成', en: 'A backup is being made; wait until it is done' },
  backup_not_found: { zh: '{path} 里没有案台备份', en: 'There is no Case Desk backup at {path}' },
  backup_damaged: {
    zh: '备份 {name} 已损坏：{file} 与做备份时不一致。请换用另一份备份',
    en: 'Backup {name} is damaged: {file} is not what it was when the backup was made. Use another backup',
  },
  backup_newer: {
    zh: '备份 {name} 由更新版本的案台写入，请先升级本机软件',
    en: 'Backup {name} was written by a newer Case Desk; update this PC first',
  },
  backup_unfaithful: {
    zh: '备份已写入但核验发现 {count} 处不一致，不算有效备份；以前的备份都还保留着',
    en: 'A backup was written, but its verification found {count} faults: it does not count as a good one. Earlier backups are kept',
  },
  number_not_after: {
    zh: '本机的备份里已用到 {highest} 号，请填写不小于它的号',
    en: 'The backup itself goes up to {highest}; give a number that is not below it',
  },
} as const;
