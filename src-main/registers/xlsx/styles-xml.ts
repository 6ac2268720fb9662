// The looks of a register's cells, in the order of `styleNames`: 宋体, thin borders, dates and money as offices read them.

import { type StyleName, styleNames } from './cell-xml.ts';

type Look = {
  /** 0 plain, 1 bold, 2 title, 3 small. */
  readonly font: 0 | 1 | 2 | 3;
  /** Built in: 0 general, 1 `0`, 4 `#,##0.00`, 49 text; from 164 our own. */
  readonly format: number;
  readonly border?: true;
  readonly fill?: true;
  readonly align: 'left' | 'center' | 'right';
};

const looks: Readonly<Record<StyleName, Look>> = {
  plain: { font: 0, format: 0, align: 'left' },
  title: { font: 2, format: 49, align: 'center' },
  factsLeft: { font: 0, format: 49, align: 'left' },
  factsRight: { font: 0, format: 49, align: 'right' },
  header: { font: 1, format: 49, border: true, fill: true, align: 'center' },
  text: { font: 0, format: 49, border: true, align: 'left' },
  serial: { font: 0, format: 1, border: true, align: 'center' },
  integer: { font: 0, format: 1, border: true, align: 'right' },
  money: { font: 0, format: 4, border: true, align: 'right' },
  date: { font: 0, format: 164, border: true, align: 'center' },
  dateTime: { font: 0, format: 165, border: true, align: 'center' },
  sumLabel: { font: 1, format: 49, border: true, align: 'left' },
  sumInteger: { font: 1, format: 1, border: true, align: 'right' },
  sumMoney: { font: 1, format: 4, border: true, align: 'right' },
  foot: { font: 3, format: 49, align: 'left' },
};

const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
const font = (size: number, more = '') =>
  `<font>${more}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;

export function stylesXml(): string {
  const formats = styleNames.map((name) => formatXml(looks[name]));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="4">${font(10)}${font(10, '<b/>')}${font(18, '<b/>')}${font(9)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function formatXml({ font: fontId, format, border, fill, align }: Look): string {
  return `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill ? 2 : 0}" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`;
}
