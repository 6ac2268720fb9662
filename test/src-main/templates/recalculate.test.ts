// Whoever opens a filled workbook works its formulas out anew.

import { expect, it } from 'vitest';
import { recalculateOnOpening } from '../../../src-main/templates/recalculate.ts';

it.each([
  [
    '<workbook><sheets><sheet/></sheets></workbook>',
    '<workbook><sheets><sheet/></sheets><calcPr fullCalcOnLoad="1"/></workbook>',
  ],
  [
    '<x:workbook><x:sheets><x:sheet/></x:sheets><x:definedNames><x:definedName name="a">$A$1</x:definedName></x:definedNames></x:workbook>',
    '<x:workbook><x:sheets><x:sheet/></x:sheets><x:definedNames><x:definedName name="a">$A$1</x:definedName></x:definedNames><x:calcPr fullCalcOnLoad="1"/></x:workbook>',
  ],
  [
    '<workbook><sheets/><calcPr calcId="1"/></workbook>',
    '<workbook><sheets/><calcPr calcId="1" fullCalcOnLoad="1"/></workbook>',
  ],
  [
    '<workbook><sheets/><calcPr fullCalcOnLoad="0" calcId="1"></calcPr></workbook>',
    '<workbook><sheets/><calcPr calcId="1" fullCalcOnLoad="1"></calcPr></workbook>',
  ],
])('asks for it in %s', (before, after) => {
  expect(recalculateOnOpening(before)).toBe(after);
});
