// Values go into a sheet's XML; what stands around them stays, character by character.

import { expect, it } from 'vitest';
import { setCells, withoutOldResults } from '../../../src-main/templates/set-cells.ts';

const sheet = (data: string) => `<worksheet><cols><col min="1"/></cols>${data}<mergeCells/></worksheet>`;

it('replaces a cell and keeps its style and its neighbours', () => {
  const before =
    '<sheetData><row r="2" ht="30" spans="1:3"><c r="A2" s="4" t="s"><v>0</v></c><c r="B2" s="5"/></row></sheetData>';
  expect(setCells(sheet(before), [{ column: 1, row: 2, value: 12.5 }])).toBe(
    sheet(
      '<sheetData><row r="2" ht="30"><c r="A2" s="4" t="s"><v>0</v></c><c r="B2" s="5"><v>12.5</v></c></row></sheetData>',
    ),
  );
});

it('adds cells and rows where they belong, in the style they are given', () => {
  const before = '<sheetData><row r="2"><c r="B2"/></row><row r="9"/></sheetData>';
  const after = setCells(sheet(before), [
    { column: 0, row: 2, value: 'a<b', style: '3' },
    { column: 27, row: 2, value: 1 },
    { column: 0, row: 5, value: 2 },
    { column: 0, row: 9, value: 3 },
    { column: 0, row: 11, value: null, style: '1' },
  ]);
  expect(after).toBe(
    sheet(
      '<sheetData><row r="2"><c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">a&lt;b</t></is></c><c r="B2"/><c r="AB2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row><row r="9"><c r="A9"><v>3</v></c></row><row r="11"><c r="A11" s="1"/></row></sheetData>',
    ),
  );
});

it('writes into an empty sheet, under the prefix the sheet uses', () => {
  expect(setCells('<x:worksheet><x:sheetData/></x:worksheet>', [{ column: 2, row: 1, value: 4 }])).toBe(
    '<x:worksheet><x:sheetData><x:row r="1"><x:c r="C1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  );
});

it('takes the old result from beside a formula and from nothing else', () => {
  const before = '<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>old</v></c><c r="B1"><v>7</v></c></row>';
  expect(withoutOldResults(before)).toBe('<row r="1"><c r="A1"><f>B1&amp;"x"</f></c><c r="B1"><v>7</v></c></row>');
});
