// What can go wrong with reports, their periods and the figures people enter by hand.

export const reportProblems = {
  period_unreadable: {
    zh: '看不懂期间“{period}”：应为 2026-03-05、2026-W10、2026-03、2026-03@26（26日至25日）、2026-Q1、2026 或 2026-03-01..2026-03-20',
    en: 'The period “{period}” cannot be read: write 2026-03-05, 2026-W10, 2026-03, 2026-03@26 (26th to 25th), 2026-Q1, 2026 or 2026-03-01..2026-03-20',
  },
  period_backwards: {
    zh: '期间的结束日期（{last}）早于开始日期（{first}）',
    en: 'The period ends ({last}) before it begins ({first})',
  },
  report_needs_period: {
    zh: '请用 --period 给出期间，或用 --from 和 --to 给出起止日期',
    en: 'Give a period with --period, or its days with --from and --to',
  },
  report_unknown: { zh: '没有“{report}”这种报表', en: 'There is no report “{report}”' },
  indicator_unknown: { zh: '没有“{indicator}”这个指标', en: 'There is no indicator “{indicator}”' },
  indicator_not_manual: {
    zh: '“{label}”由记录自动统计，不能手工填报；请更正相应的记录',
    en: '“{label_en}” is counted from the records and cannot be entered by hand; correct the records instead',
  },
  indicator_value_unreadable: {
    zh: '看不懂数值“{value}”：应为整数（可带“余”“万”“亿”），金额以元为单位、最多两位小数',
    en: 'The value “{value}” cannot be read: a whole number (余, 万, 亿 may follow), or an amount in yuan with at most two decimals',
  },
  figure_unknown: {
    zh: '没有这个报表数字，可能地址已过时',
    en: 'There is no such figure; the address may be out of date',
  },
  figure_has_no_records: {
    zh: '“{label}”是手工填报的数字，背后没有记录',
    en: '“{label_en}” was entered by hand; there are no records behind it',
  },
  figures_not_ready: {
    zh: '正在为报表清点已有记录（{done}／{total}），请稍候',
    en: 'Records are still being counted for the reports ({done} of {total}); please wait a moment',
  },
  publication_unknown: { zh: '没有这份已发布的报表', en: 'There is no such published report' },
  publication_too_large: {
    zh: '这份报表涉及的记录太多（{records} 条），一次最多固定 {limit} 条；请按较短的期间发布',
    en: 'This report stands on too many records ({records}); at most {limit} can be frozen at once. Publish shorter periods',
  },
} as const;
