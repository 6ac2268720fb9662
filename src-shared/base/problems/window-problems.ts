// What can go wrong between the window and the desk service.

export const windowProblems = {
  desk_unreachable: {
    zh: '案台服务没有回应，请稍候；若一直如此，请关闭本窗口后重新启动案台',
    en: 'The desk service does not answer; wait a moment, and if it stays so close this window and start the desk again',
  },
  desk_call_cut: {
    zh: '与案台服务的连接中断，不能确定刚才的操作是否完成，请打开该记录核对',
    en: 'The connection to the desk service broke off; it is not certain whether this was done: open the record and look',
  },
  desk_fault: {
    zh: '案台服务出现内部错误，本次操作没有完成；已写入运行日志，请告知管理员',
    en: 'The desk service met an internal fault and this was not done; it is in the log, please tell the administrator',
  },
  desk_input_refused: {
    zh: '窗口发出的内容不符合约定（{detail}），没有保存',
    en: 'What the window sent does not fit the contract ({detail}); nothing was saved',
  },
  file_unreadable: {
    zh: '文件“{name}”无法读取，请检查后重选',
    en: 'The file “{name}” cannot be read; check it and choose again',
  },
} as const;
