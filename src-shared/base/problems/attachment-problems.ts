// What can be wrong with a file that is attached.

export const attachmentProblems = {
  attachment_too_large: {
    zh: '文件过大：{size} MB，单个附件最大 {limit} MB。请压缩、降低分辨率或分成几个文件',
    en: 'The file is too large: {size} MB, at most {limit} MB each. Compress it, lower its resolution or split it',
  },
  attachment_empty: { zh: '文件是空的', en: 'The file is empty' },
  attachment_type_unknown: {
    zh: '无法识别这个文件。可以附 JPEG、PNG、WebP 图片和 PDF 文件',
    en: 'This file was not recognised. Pictures (JPEG, PNG, WebP) and PDF files can be attached',
  },
  attachment_type_refused: {
    zh: '不能附加 {found} 文件。可以附 JPEG、PNG、WebP 图片和 PDF 文件',
    en: 'A {found} file cannot be attached. Pictures (JPEG, PNG, WebP) and PDF files can',
  },
  attachment_type_mismatch: {
    zh: '文件名以 .{extension} 结尾，内容却是 {found}。请改正文件名后再附',
    en: 'The file name ends in .{extension} but its content is {found}. Correct the name and attach it again',
  },
  attachment_role_unknown: { zh: '这类记录没有“{role}”这种附件', en: 'This kind of record has no attachment “{role}”' },
  attachment_absent: {
    zh: '这个附件的内容不在本机，或已损坏',
    en: 'The bytes of this attachment are not on this PC, or are damaged',
  },
  attachment_unknown: { zh: '没有这个附件', en: 'There is no such attachment' },
} as const;
