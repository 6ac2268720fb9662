// Words of long work.

export const jobsZh = {
  kind: {
    audit_export: '导出审计日志',
    audit_archive: '归档审计日志',
    register_export: '导出台账',
    template_fill: '填报上级表格',
    import_check: '检查要导入的台账',
    import: '导入台账',
    import_undo: '撤销导入',
    report: '统计报表',
    bundle_export: '写入 U 盘',
    bundle_import: '读入 U 盘',
    bundle_carry: '转交数据包',
    backup: '备份',
    backup_check: '检查备份',
    repair: '修复',
  },
  state: { done: '已完成', cancelled: '已取消', failed: '未能完成' },
  begins: '正在准备……',
  done: '已处理 {{done}}',
  doneOf: '{{done}} / {{total}}',
  secondsLeft: '· 约剩 {{count}} 秒',
  minutesLeft: '· 约剩 {{count}} 分钟',
  saveFile: '保存 {{name}}',
  running: '{{count}} 项工作进行中',
  ended: '{{count}} 项工作已结束',
} as const;
