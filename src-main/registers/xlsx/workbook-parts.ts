// The small parts of a workbook with one sheet: what it is made of, and which rows print on every page.

import { xmlText } from './cell-xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const contentTypesXml = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheets}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheets}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheets}.styles+xml"/></Types>`;

export const rootRelationsXml = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const workbookRelationsXml = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

/** @param headerRow the row (from 1) that repeats on every printed page */
export function workbookXml(title: string, headerRow: number): string {
  const name = sheetName(title);
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const titles = `${quoted}!$A:$A,${quoted}!$${headerRow}:$${headerRow}`;
  return `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${xmlText(titles)}</definedName></definedNames><calcPr calcId="191029" fullCalcOnLoad="0"/></workbook>`;
}

/** What Excel allows: at most 31 characters, none of `: \\ / ? * [ ]`. */
export function sheetName(title: string): string {
  return title.replaceAll(/[:\\/?*[\]]/gu, '').slice(0, 31) || '台账';
}
