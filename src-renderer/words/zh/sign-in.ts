// Words of sign-in, change of person and recovery.

export const signInZh = {
  note: '请选择本人姓名并输入密码',
  people: '人员（方向键或输入拼音首字母选择）',
  person: '人员',
  password: '密码',
  go: '进入',
  forgotten: '忘记密码',
  backToSignIn: '返回登录',
  recoverNote: '用恢复码重设密码',
  recoverHow: '请保管恢复码的两人到场，各输入一份（顺序不限）并填写姓名。姓名记入审计日志。',
  broughtBy: '第 {{number}} 份由谁带来',
  newPassword: '新密码',
  recoverGo: '重设密码',
  switchTitle: '换人（当前：{{name}}）',
  nobodyElse: '本案台还没有其他人员。负责人可在“设置”中添加。',
  pin: 'PIN 码',
  usePassword: '改用密码',
  usePin: '改用 PIN 码',
  service: {
    open: '窗口已锁定，案台仍开着，送达和备份按设置继续。',
    closing: '正在关闭案台：等其他窗口锁定、进行中的工作结束。',
    closed: '案台已关闭，密钥不在内存中。有人用密码登录之前，不送达、不备份。',
  },
  closeDesk: '关闭案台',
  switchKeys: '按数字键选人',
} as const;
