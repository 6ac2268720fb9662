// The words on a receipt page.

export type ReceiptWords = {
  readonly title: string;
  readonly desk: string;
  readonly stick: string;
  readonly stickNumber: (number: number) => string;
  readonly made: string;
  readonly taken: string;
  readonly changes: string;
  readonly files: string;
  readonly takenOf: (taken: number, all: number) => string;
  readonly tail: string;
  readonly centre: string;
  readonly notTaken: string;
  readonly exception: (place: number, what: 'change' | 'file', reason: string) => string;
  readonly code: string;
  readonly noCode: string;
  readonly howTo: string;
  readonly signatures: readonly string[];
};

export const receiptWords: Readonly<Record<'zh' | 'en', ReceiptWords>> = {
  zh: {
    title: 'U 盘收讫回执',
    desk: '案台',
    stick: 'U 盘编号',
    stickNumber: (number) => `第 ${number} 号`,
    made: '写入时间（案台时钟）',
    taken: '中心收讫时间',
    changes: '更改',
    files: '附件',
    takenOf: (taken, all) => `收讫 ${taken} 项，共 ${all} 项`,
    tail: '清单摘要末段',
    centre: '中心编号',
    notTaken: '未收讫',
    exception: (place, what, reason) => `第 ${place} 项（${what === 'change' ? '更改' : '附件'}）：${reason}`,
    code: '回执码',
    noCode: '未收讫的内容太多，没有回执码：请用回执包带回结果，或请中心处理后重新导入。',
    howTo: '在案台的“往返 U 盘”页输入或扫描回执码（斜线及其后的数字也要输入），即确认这个 U 盘上收讫的全部内容。',
    signatures: ['中心经办', '送达人', '日期'],
  },
  en: {
    title: 'Receipt for a stick',
    desk: 'Desk',
    stick: 'Stick',
    stickNumber: (number) => `no. ${number}`,
    made: 'Written (desk’s clock)',
    taken: 'Taken in at the centre',
    changes: 'Changes',
    files: 'Files',
    takenOf: (taken, all) => `${taken} of ${all} taken in`,
    tail: 'End of the manifest’s hash',
    centre: 'Centre',
    notTaken: 'Not taken in',
    exception: (place, what, reason) => `No. ${place} (${what}): ${reason}`,
    code: 'Receipt code',
    noCode:
      'Too much was not taken in for a code: carry the answer bundle back, or have the centre settle it and import again.',
    howTo:
      'Type or scan the code at the desk, on the page Round-trip stick (with the stroke and the numbers behind it): it confirms everything on this stick that was taken in.',
    signatures: ['For the centre', 'Carried by', 'Date'],
  },
};
