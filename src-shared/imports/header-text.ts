// Headers as they are compared: without signs, blanks, line breaks and the unit in brackets.

import { foldText } from '../records/text/fold-text.ts';

/** `联系 电话\n（必填）` and `联系电话` are the same; so are `拾得时间*` and `拾得时间`. */
export function foldHeader(text: string): string {
  return foldText(text)
    .replace(/\(.*?\)|\[.*?\]|【.*?】|〔.*?〕/g, '')
    .replace(/[\s*＊:：、，,。．·_/\\-]/g, '');
}

/** Whether amounts below this header are in 万元. */
export function isInTenThousands(header: string): boolean {
  return /万元/.test(foldText(header));
}
