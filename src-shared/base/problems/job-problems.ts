// Long work.

export const jobProblems = {
  job_cancelled: { zh: '已取消，没有留下做了一半的内容。', en: 'Cancelled. Nothing was left half done.' },
  job_unknown: {
    zh: '这项工作已经找不到了：可能已清除，或不是您发起的。',
    en: 'This work is not there any more: it was cleared, or somebody else started it.',
  },
  job_running: { zh: '还在进行，请先取消。', en: 'It is still running. Cancel it first.' },
  job_without_file: { zh: '这项工作没有生成文件。', en: 'This work made no file.' },
} as const;
