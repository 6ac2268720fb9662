// A workbook read from its zip and XML alone, by ECMA-376 and by nothing of the product or its libraries: every cell with
// its type, its formula and the format it is shown in.

import { childOf, childrenOf, type PlainElement, parsePlainXml } from './plain-xml.ts';
import { readPlainZip } from './plain-zip.ts';

export type PlainCell = {
  readonly value: string | number | null;
  readonly formula: string | null;
  /** `General`, `@`, `yyyy\-mm\-dd`. */
  readonly format: string;
};

export type PlainSheet = {
  readonly name: string;
  /** By `B7`; cells without a value, too. */
  readonly cells: ReadonlyMap<string, PlainCell>;
  readonly merges: readonly string[];
  readonly pageSetup: Readonly<Record<string, string>>;
};

export type PlainWorkbook = {
  readonly sheets: readonly PlainSheet[];
  /** By name, `_xlnm.Print_Titles`. */
  readonly names: ReadonlyMap<string, string>;
};

const builtIn: Readonly<Record<string, string>> = {
  '0': 'General',
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
  '14': 'mm-dd-yy',
  '22': 'm/d/yy h:mm',
  '49': '@',
};

type Parts = (name: string) => PlainElement;

export function readPlainWorkbook(file: Uint8Array): PlainWorkbook {
  const zip = readPlainZip(file);
  const part: Parts = (name) => {
    const bytes = zip.get(name);
    if (bytes === undefined) throw new Error(`there is no ${name}`);
    return parsePlainXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  };
  const workbook = part('xl/workbook.xml');
  const targets = new Map(
    part('xl/_rels/workbook.xml.rels').children.map(({ attributes }) => [attributes.Id, attributes.Target ?? '']),
  );
  const shared = zip.has('xl/sharedStrings.xml') ? part('xl/sharedStrings.xml').children.map(textOf) : [];
  const formats = formatsOf(part('xl/styles.xml'));
  const sheets = childrenOf(found(workbook, 'sheets'), 'sheet').map(({ attributes }) => {
    const target = targets.get(attributes['r:id'] ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return toSheet(attributes.name ?? '', part(path), shared, formats);
  });
  const names = childOf(workbook, 'definedNames')?.children ?? [];
  return { sheets, names: new Map(names.map(({ attributes, text }) => [attributes.name ?? '', text])) };
}

function found(element: PlainElement, name: string): PlainElement {
  const child = childOf(element, name);
  if (child === null) throw new Error(`<${element.name}> has no <${name}>`);
  return child;
}

function formatsOf(styles: PlainElement): readonly string[] {
  const own = (childOf(styles, 'numFmts')?.children ?? []).map(
    ({ attributes }) => [attributes.numFmtId ?? '', attributes.formatCode ?? ''] as const,
  );
  const codes = new Map([...Object.entries(builtIn), ...own]);
  return childrenOf(found(styles, 'cellXfs'), 'xf').map(
    ({ attributes }) => codes.get(attributes.numFmtId ?? '0') ?? '?',
  );
}

function toSheet(name: string, sheet: PlainElement, shared: readonly string[], formats: readonly string[]): PlainSheet {
  const cells = new Map<string, PlainCell>();
  for (const row of childrenOf(found(sheet, 'sheetData'), 'row'))
    for (const cell of childrenOf(row, 'c')) {
      const { r = '', s = '0' } = cell.attributes;
      if (cells.has(r) || !r.endsWith(row.attributes.r ?? '?')) throw new Error(`${r} stands wrong`);
      const formula = childOf(cell, 'f')?.text ?? null;
      cells.set(r, { value: storedIn(cell, shared), formula, format: formats[Number(s)] ?? '?' });
    }
  const merges = (childOf(sheet, 'mergeCells')?.children ?? []).map(({ attributes }) => attributes.ref ?? '');
  return { name, cells, merges, pageSetup: childOf(sheet, 'pageSetup')?.attributes ?? {} };
}

function storedIn(cell: PlainElement, shared: readonly string[]): string | number | null {
  const value = childOf(cell, 'v')?.text ?? null;
  switch (cell.attributes.t ?? 'n') {
    case 'inlineStr':
      return textOf(found(cell, 'is'));
    case 's':
      return shared[Number(value)] ?? null;
    case 'str':
      return value === null ? null : unescaped(value);
    case 'n':
      return value === null ? null : Number(value);
    default:
      throw new Error(`a cell of type ${cell.attributes.t}`);
  }
}

/** The text of a rich or plain string; how it is read aloud (`rPh`) is no part of it. */
function textOf(element: PlainElement): string {
  const runs = element.children.filter(({ name }) => name === 'r' || name === 't');
  return runs.map((run) => (run.name === 'r' ? textOf(run) : unescaped(run.text))).join('');
}

/** `_x0041_` is what a spreadsheet writes for a character (22.9.2.19). */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
