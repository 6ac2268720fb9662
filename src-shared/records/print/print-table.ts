// A table of a list's entries (物品明细): header repeated on every page, serial number first, a foot for totals.

import { entriesAt, type Place } from '../place.ts';
import type { PrintedBlock, PrintedColumn } from '../printed-document.ts';
import { type Html, html, lines } from './html.ts';
import type { Paper } from './paper.ts';

type Table = Extract<PrintedBlock, { readonly table: unknown }>['table'];

const serialWidth = 7;

/** Nothing at all for an empty list without blank rows, so that a form does not show headings over nothing. */
export function printTable(table: Table, at: Place, paper: Paper): Html {
  const { where } = table;
  const entries = entriesAt(at, table.list).filter((entry) => where === undefined || paper.holds(where, entry));
  const blank = Math.max(0, (table.blankRows ?? 0) - entries.length);
  if (entries.length + blank === 0) return html``;
  const rows = entries.map((entry, index) => printRow(index + 1, table.columns, entry, paper));
  const blanks = Array.from({ length: blank }, () => printBlankRow(table.columns));
  return html`${table.heading === undefined ? null : html`<h2>${table.heading}</h2>`}<table>${columnWidths(table.columns)}<thead><tr><th scope="col">序号</th>${table.columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead><tbody>${rows}${blanks}</tbody>${printFoot(table, at, paper)}</table>`;
}

/** Widths as attributes: the strict content policy knows no inline style. */
function columnWidths(columns: readonly PrintedColumn[]): Html {
  const given = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  const rest = open === 0 ? 0 : Math.max(1, Math.floor((100 - serialWidth - given) / open));
  return html`<colgroup><col width="${serialWidth}%">${columns.map(({ width }) => html`<col width="${width ?? rest}%">`)}</colgroup>`;
}

function printRow(serial: number, columns: readonly PrintedColumn[], entry: Place, paper: Paper): Html {
  const cells = columns.map(
    ({ value, align }) => html`<td class="${align ?? 'left'}">${lines(paper.text(value, entry))}</td>`,
  );
  return html`<tr><td class="center">${serial}</td>${cells}</tr>`;
}

function printBlankRow(columns: readonly PrintedColumn[]): Html {
  return html`<tr><td></td>${columns.map(() => html`<td></td>`)}</tr>`;
}

function printFoot({ foot, columns }: Table, at: Place, paper: Paper): Html | null {
  if (foot === undefined) return null;
  return html`<tfoot><tr><td colspan="${columns.length + 1}">${lines(paper.text(foot, at))}</td></tr></tfoot>`;
}
