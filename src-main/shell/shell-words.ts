// All that the shell itself says (menu, dialogs), in both languages. What the window says is the window's.

const zh = {
  product: '基层案台',
  unsaved: '还有正在填写、尚未保存的内容',
  unsavedDetail: '关闭后，已留存的草稿可在下次登录后从“今日”继续填写。',
  goBack: '返回继续填写',
  closeAnyway: '仍然关闭',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  developerTools: '开发者工具',
  desk: '案台',
  printWindow: '打印当前页面',
  about: '关于基层案台',
  quit: '退出',
  version: '版本',
  offline: '本程序不连接任何公共网络，也不自动更新。',
  save: '保存',
  open: '打开',
  cannotOpenDesk: '案台无法打开',
  serviceFails: '案台服务多次意外停止',
  serviceFailsDetail: '已保存的记录不受影响。可以再次启动；若仍然如此，请联系管理员并提供运行日志：{log}',
  tryAgain: '再次启动',
  windowGone: '窗口意外停止',
  windowGoneDetail: '已保存的记录和草稿不受影响。',
  reopen: '重新打开',
};

export type ShellWords = Readonly<typeof zh>;

const en: ShellWords = {
  product: 'Case Desk',
  unsaved: 'Something was typed that is not saved yet',
  unsavedDetail: 'Drafts already kept can be continued from “Today” after the next sign-in.',
  goBack: 'Go back',
  closeAnyway: 'Close anyway',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  desk: 'Desk',
  printWindow: 'Print this page',
  about: 'About Case Desk',
  quit: 'Quit',
  version: 'Version',
  offline: 'This program uses no public network and does not update by itself.',
  save: 'Save',
  open: 'Open',
  cannotOpenDesk: 'The desk cannot be opened',
  serviceFails: 'The desk service keeps stopping',
  serviceFailsDetail:
    'Saved records are safe. You can start it again; if this goes on, give your administrator this log: {log}',
  tryAgain: 'Start again',
  windowGone: 'The window stopped unexpectedly',
  windowGoneDetail: 'Saved records and drafts are safe.',
  reopen: 'Open again',
};

export type ShellLanguage = 'zh' | 'en';

/** Chinese unless the person's system puts English before it. */
export function shellLanguage(preferred: readonly string[]): ShellLanguage {
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('en') === true ? 'en' : 'zh';
}

export function shellWords(language: ShellLanguage): ShellWords {
  return language === 'en' ? en : zh;
}
