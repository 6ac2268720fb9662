// What can be wrong with what is carried on paper or a stick beside bundles: receipt codes, requests to enter a centre.

export const receiptProblems = {
  receipt_code_mistyped: {
    zh: '回执码输错了，请对照回执单逐组核对',
    en: 'The receipt code is mistyped; compare it with the page group by group',
  },
  receipt_code_other: {
    zh: '此回执码不是给本机的，或不是给第 {number} 号 U 盘的',
    en: 'This receipt code is not for this desk, or not for stick no. {number}',
  },
  enrolment_request_bad: {
    zh: '这不是接入申请，或申请文件已损坏',
    en: 'This is no request to enter a centre, or it is damaged',
  },
  enrolment_request_no_code: {
    zh: '接入申请与中心发出的任何有效接入码都对不上：接入码可能输错、过期或已被用过',
    en: 'The request fits no valid code of this centre: the code was mistyped, has expired or was used',
  },
  enrolment_answer_bad: {
    zh: '这不是接入回复，或文件已损坏',
    en: 'This is no answer to a request to enter a centre, or it is damaged',
  },
  enrolment_answer_other: {
    zh: '这份接入回复不是给本机最近一次申请的，或不是发出接入码的中心写的',
    en: 'This answers another request than the last of this PC, or it is not from the centre that gave the code',
  },
  enrolment_not_asked: {
    zh: '本机还没有写过接入申请：请先写申请',
    en: 'This PC has not written a request yet: write one first',
  },
  enrolment_there: {
    zh: '本机已经接入中心，不用再申请',
    en: 'This desk has a centre already; there is nothing to ask for',
  },
} as const;
