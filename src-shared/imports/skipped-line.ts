// Lines of a ledger that are no records: empty ones, sums, headers repeated on every page, and notes below the table.

import { type Cell, cellText, isBlank } from './cell.ts';
import { foldHeader } from './header-text.ts';

export type SkipReason = 'import_line_sum' | 'import_line_header' | 'import_line_note';

const sums = /^(合计|小计|总计|共计|累计|本页(小计|合计)|本月(小计|合计)|total|subtotal|sum)$/;
const notes =
  /^(备注|说明|注|填表(人|单位|日期|时间)?|制表(人|单位|日期)?|审核(人)?|负责人|经办人|单位(盖章|负责人)?|统计(人|日期)|note)$/;

/** Why a line is no record; null when it is one. `headers`: folded texts of the header. */
export function skipReason(cells: readonly Cell[], headers: readonly string[]): SkipReason | null {
  const filled = cells.map(cellText).filter((text) => text !== '');
  const [first = ''] = filled;
  if (sums.test(foldHeader(first))) return 'import_line_sum';
  const same = cells.filter(
    (cell, column) => headers[column] !== '' && foldHeader(cellText(cell)) === headers[column],
  ).length;
  if (same >= 2 && same * 2 > filled.length) return 'import_line_header';
  const [, label = ''] = /^([^:：]{1,6})[:：]/.exec(first) ?? [];
  const isNote = notes.test(foldHeader(label === '' ? '' : label));
  return isNote && new Set(filled).size <= 4 ? 'import_line_note' : null;
}

export function isBlankLine(cells: readonly Cell[]): boolean {
  return cells.every((cell) => isBlank(cell));
}
