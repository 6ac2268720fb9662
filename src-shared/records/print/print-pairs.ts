// The body of a form (登记表): label and value cells, a given number of pairs a row.

import type { Place } from '../place.ts';
import type { PrintedBlock } from '../printed-document.ts';
import { type Html, html, lines } from './html.ts';
import type { Paper } from './paper.ts';

type Pairs = Extract<PrintedBlock, { readonly pairs: unknown }>;
type Pair = Pairs['pairs'][number];

/** An empty value leaves the cell blank for the pen. */
export function printPairs(block: Pairs, at: Place, paper: Paper): Html {
  const perRow = block.perRow ?? 2;
  const rows = rowsOf(block.pairs, perRow);
  return html`<table class="pairs per-${perRow}"><tbody>${rows.map((row) => printRow(row, perRow, at, paper))}</tbody></table>`;
}

function rowsOf(pairs: readonly Pair[], perRow: number): readonly (readonly Pair[])[] {
  const rows: Pair[][] = [];
  for (const pair of pairs) {
    const last = rows.at(-1);
    const hasRoom = last !== undefined && !pair.wide && last.length < perRow && !last.some(({ wide }) => wide);
    if (hasRoom) last.push(pair);
    else rows.push([pair]);
  }
  return rows;
}

function printRow(row: readonly Pair[], perRow: number, at: Place, paper: Paper): Html {
  const cells = row.map((pair, index) => {
    const isLast = index === row.length - 1;
    const span = isLast ? (perRow - row.length) * 2 + 1 : 1;
    const tall = pair.lines === undefined ? '' : `tall-${pair.lines}`;
    return html`<th scope="row">${pair.label}</th><td colspan="${span}" class="${tall}">${lines(paper.text(pair.value, at))}</td>`;
  });
  return html`<tr>${cells}</tr>`;
}
