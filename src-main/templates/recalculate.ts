// Asks whoever opens a workbook to work all formulas out anew, since their cells were filled without a spreadsheet program.

import { firstElement, prefixOf, replaceFirst, startTagOf, withoutAttribute } from './xml-tags.ts';

export function recalculateOnOpening(workbookXml: string): string {
  if (firstElement(workbookXml, 'calcPr') !== null) return replaceFirst(workbookXml, 'calcPr', asked);
  // After the last of the elements that the schema puts before it.
  for (const before of ['definedNames', 'externalReferences', 'functionGroups', 'sheets']) {
    const element = firstElement(workbookXml, before);
    if (element === null) continue;
    const prefix = prefixOf(startTagOf(element));
    return replaceFirst(workbookXml, before, () => `${element}<${prefix}calcPr fullCalcOnLoad="1"/>`);
  }
  return workbookXml;
}

function asked(calcPr: string): string {
  const tag = startTagOf(calcPr);
  const bare = withoutAttribute(tag, 'fullCalcOnLoad');
  const end = bare.endsWith('/>') ? '/>' : '>';
  return `${bare.slice(0, -end.length).trimEnd()} fullCalcOnLoad="1"${end}${calcPr.slice(tag.length)}`;
}
