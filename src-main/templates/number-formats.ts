// Which styles of a workbook show a number as a day or as a percentage, so that a value is written the way its cell wants it.

import { attributeOf, elementsOf, firstElement, startTagOf } from './xml-tags.ts';

export type StyleKind = 'day' | 'percent' | 'other';

/** Built-in formats that are days or times (ECMA-376 18.8.30, with those of Chinese Excel). */
function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** By the index a cell names in `s`. */
export function styleKinds(stylesXml: string): readonly StyleKind[] {
  const own = new Map(
    elementsOf(stylesXml, 'numFmt').map((format) => {
      const tag = startTagOf(format);
      return [Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? ''];
    }),
  );
  const styles = firstElement(stylesXml, 'cellXfs') ?? '';
  return elementsOf(styles, 'xf').map((style) => {
    const id = Number(attributeOf(startTagOf(style), 'numFmtId') ?? 0);
    const code = own.get(id);
    if (id === 9 || id === 10 || code?.includes('%') === true) return 'percent';
    if (code === undefined) return isBuiltInDay(id) ? 'day' : 'other';
    // Words in quotes, colours and locales in brackets are no part of the pattern.
    return /[ymdhs]/iu.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, '')) ? 'day' : 'other';
  });
}
