// Asks whoever opens a workbook to work all formulas out anew, since their cells were filled without a spreadsheet program.

import { elementPattern, prefixOf, startTagOf, withoutAttribute } from './xml-tags.ts';

export function recalculateOnOpening(workbookXml: string): string {
  const known = elementPattern('calcPr', 'u').exec(workbookXml)?.[0];
  if (known !== undefined) {
    const tag = withoutAttribute(startTagOf(known), 'fullCalcOnLoad');
    const asked = tag.replace(/\s*(\/?)>$/u, ' fullCalcOnLoad="1"$1>');
    return workbookXml.replace(known, () => known.replace(startTagOf(known), () => asked));
  }
  // After the last of the elements that the schema puts before it.
  for (const before of ['definedNames', 'externalReferences', 'functionGroups', 'sheets']) {
    const element = elementPattern(before, 'u').exec(workbookXml)?.[0];
    if (element === undefined) continue;
    const prefix = prefixOf(startTagOf(element));
    return workbookXml.replace(element, () => `${element}<${prefix}calcPr fullCalcOnLoad="1"/>`);
  }
  return workbookXml;
}
