// A superior's blank form as tests draw it, made by a writer that is not ours: merged titles, borders, formulas, percent.

import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx';

const line = { style: 'thin' } as const;
const border: CellStyle = { border: { top: line, bottom: line, left: line, right: line } };
const percent: CellStyle = { ...border, numFmt: '0.00%' };
const day: CellStyle = { ...border, numFmt: 'yyyy-mm-dd' };
const title: CellStyle = { font: { bold: true, size: 18 }, alignment: { horizontal: 'center' } };

const rows = [
  ['失物招领情况月报', null, null, null],
  [null, null, null, null],
  ['指标', '数量', '说明', '比例'],
  ['受理', null, '本期受理件数', null],
  ['其中现金（元）', null, '', null],
  ['上期结转', null, '手工填写', null],
  ['合计', null, '', null],
  [null, null, null, null],
  ['序号', '拾得日期', '物品', '现金'],
  [null, null, null, null],
  [null, null, null, null],
  [null, null, null, null],
  [null, null, null, null],
  ['合计', null, null, null],
];

/** Styled cells by `row,column` from 0, as the writer wants them. */
function cells(): Map<string, Partial<Cell>> {
  const styled = new Map<string, Partial<Cell>>([['0,0', { style: title }]]);
  for (const [row, values] of rows.entries()) {
    if (row < 2 || row === 7) continue;
    for (const column of values.keys()) {
      const style = row >= 9 && row <= 12 && column === 1 ? day : border;
      styled.set(`${row},${column}`, { style: row === 3 && column === 3 ? percent : style });
    }
  }
  styled.set('6,1', { style: border, formula: 'B4+B6', formulaResult: 0 });
  styled.set('13,3', { style: border, formula: 'SUM(D10:D13)', formulaResult: 0 });
  return styled;
}

/**
 * Row 1 title; row 2 unit and period; rows 4 to 6 figures with a formula below them; from row 10 a list of four lines with
 * a sum in row 14. A second sheet takes its number from the first.
 */
export async function blankForm(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '月报表',
        columns: [{ width: 22 }, { width: 14 }, { width: 30 }, { width: 12 }],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
          { startRow: 1, startCol: 0, endRow: 1, endCol: 1 },
        ],
        rows,
        cells: cells(),
        pageSetup: { paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$9:$9' },
      },
      {
        name: '汇总',
        rows: [['件数', null]],
        cells: new Map([['0,1', { formula: "'月报表'!B7", formulaResult: 0 }]]),
      },
    ],
  });
  return new Uint8Array(bytes);
}
