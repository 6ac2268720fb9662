// What can be wrong with the desk itself: its directory, its disk, its database, its state.

export const deskProblems = {
  disk_full: {
    zh: '磁盘已满，本次没有保存。请清理磁盘后再保存',
    en: 'The disk is full; nothing of this was saved. Free some space and save again',
  },
  disk_failed: {
    zh: '磁盘读写出错，本次没有保存。请联系管理员检查磁盘',
    en: 'The disk reported an error; nothing of this was saved. Have the disk checked',
  },
  disk_read_only: {
    zh: '案台目录不能写入，请检查该目录的权限或磁盘是否只读',
    en: 'The desk directory cannot be written to; check its permissions and whether the disk is read-only',
  },
  database_busy: {
    zh: '数据库正忙，或被别的程序（如杀毒、备份软件）占用，本次没有保存。请稍后再试；若反复出现，请让该程序避开案台目录',
    en: 'The database is busy or held by another program (a virus scanner, a copy program); nothing of this was saved. Try again in a moment; if it comes back, keep that program out of the desk directory',
  },
  database_damaged: {
    zh: '数据库文件已损坏，不能打开。请不要删除该目录，联系管理员用备份恢复',
    en: 'The database file is damaged and cannot be opened. Keep the directory as it is and restore from a backup',
  },
  database_newer: {
    zh: '数据库由更新版本的案台写入（版本 {found}，本机只认到 {known}），请先升级本机软件',
    en: 'The database was written by a newer Case Desk (version {found}, this one knows {known}); update this PC first',
  },
  database_older: {
    zh: '数据库由较早版本的案台写入（版本 {found}，本机为 {known}），需要先打开升级',
    en: 'The database was written by an older Case Desk (version {found}, this one writes {known}); it has to be opened to be updated',
  },
  desk_in_use: {
    zh: '这个案台目录正在被另一个程序使用（进程号 {pid}），请先关闭它',
    en: 'This desk directory is in use by another process ({pid}); close that one first',
  },
  desk_absent: { zh: '这里还没有建立案台，请先进行首次设置', en: 'There is no desk here yet; set it up first' },
  desk_exists: {
    zh: '这里已经有一个案台，不能重复设置',
    en: 'There already is a desk here; it cannot be set up twice',
  },
  desk_locked: { zh: '案台已锁定，请先登录', en: 'The desk is locked; sign in first' },
  desk_keyring_damaged: {
    zh: '钥匙文件（keyring.json）缺失或已损坏，请联系管理员用备份恢复',
    en: 'The key file (keyring.json) is missing or damaged; restore it from a backup',
  },
  desk_failed: {
    zh: '程序内部出错（编号 {reference}），本次没有保存。请把编号告诉管理员',
    en: 'Something failed inside the program (reference {reference}); nothing of this was saved. Give the reference to your administrator',
  },
} as const;
