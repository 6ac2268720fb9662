// A blank form as a grid: merged blocks as one cell, and a form made to hold up the desk shown in no more time than another.

import { expect, it } from 'vitest';
import { formGrids } from '../../../src-main/templates/form-grid.ts';
import { partText } from '../../../src-main/templates/sheet-names.ts';
import { readParts, writeParts } from '../../../src-main/templates/workbook-parts.ts';
import { okValue } from '../../support/ok-value.ts';
import { blankForm } from './blank-form.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';

/** The blank form with these blocks merged in its first sheet. */
async function merged(blocks: readonly string[]): Promise<Uint8Array> {
  const parts = okValue(await readParts(await blankForm()));
  const cells = blocks.map((block) => `<mergeCell ref="${block}"/>`).join('');
  const xml = partText(parts, sheetPart).replace(/<mergeCells.*<\/mergeCells>/s, `<mergeCells>${cells}</mergeCells>`);
  return writeParts(new Map(parts).set(sheetPart, Buffer.from(xml)), new Date(0));
}

it('shows a merged block as one cell, and those behind it not at all', async () => {
  const [grid] = okValue(await formGrids(await merged(['A1:D1', 'A2:B3'])));
  const shown = grid?.rows.slice(0, 3).map((cells) => cells.map(({ cell, columns, rows }) => [cell, columns, rows]));
  expect(shown?.map((cells) => cells.slice(0, 3))).toEqual([
    [
      ['A1', 4, 1],
      ['E1', 1, 1],
      ['F1', 1, 1],
    ],
    [
      ['A2', 2, 2],
      ['C2', 1, 1],
      ['D2', 1, 1],
    ],
    [
      ['C3', 1, 1],
      ['D3', 1, 1],
      ['E3', 1, 1],
    ],
  ]);
});

it('follows blocks that lie over each other no further than what is shown', async () => {
  const block = (at: number) => `A${at + 1}:XFD1048576`;
  const blocks = Array.from({ length: 60_000 }, (_, at) => block((60_000 - at) % 300));
  const [grid] = okValue(await formGrids(await merged(blocks)));
  expect(grid?.isCut).toBe(true);
});
