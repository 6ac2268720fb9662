// One cell of a sheet as XML: numbers as numbers, words as words whatever they look like, never a formula by accident.

/** Indexes of `cellXfs` in styles-xml.ts, in its order. */
export const styleNames = [
  'plain',
  'title',
  'factsLeft',
  'factsRight',
  'header',
  'text',
  'serial',
  'integer',
  'money',
  'date',
  'dateTime',
  'sumLabel',
  'sumInteger',
  'sumMoney',
  'foot',
] as const;
export type StyleName = (typeof styleNames)[number];

export type Cell = {
  readonly style: StyleName;
  readonly value: string | number | null;
  /** Without `=`; `value` is what it comes to. */
  readonly formula?: string;
};

const indexes = new Map(styleNames.map((name, index) => [name, index]));

/** @param row from 1
 *  @param column from 0 */
export function cellXml({ style, value, formula }: Cell, row: number, column: number): string {
  const start = `<c r="${columnLetters(column)}${row}" s="${indexes.get(style) ?? 0}"`;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'string')
    return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  return `${start}>${formula === undefined ? '' : `<f>${xmlText(formula)}</f>`}<v>${value}</v></c>`;
}

/** @param column from 0; 26 gives AA */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

const special = /[&<>"]|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/gu;
const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['_', '_x005F_'],
]);

/** Text of an element. What XML cannot hold is written as `_xHHHH_` (ECMA-376 22.9.2.19), which readers turn back. */
export function xmlText(text: string): string {
  return text.replaceAll(special, (found) => {
    const known = entities.get(found);
    return known ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}
