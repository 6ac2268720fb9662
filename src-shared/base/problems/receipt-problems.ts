// What can be wrong with a receipt code that somebody types.

export const receiptProblems = {
  receipt_code_mistyped: {
    zh: '回执码输错了，请对照回执单逐组核对',
    en: 'The receipt code is mistyped; compare it with the page group by group',
  },
  receipt_code_other: {
    zh: '此回执码不是给本机的，或不是给第 {number} 号 U 盘的',
    en: 'This receipt code is not for this desk, or not for stick no. {number}',
  },
} as const;
