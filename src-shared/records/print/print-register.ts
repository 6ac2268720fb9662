// A register (台账) as it goes into the file: title, unit and period, serial number first, A4 landscape, header repeated.

import { html } from './html.ts';
import { pageOfHtml } from './page-of-html.ts';
import type { PrintedPage } from './print-document.ts';

/** A record with its serial number, or the sums of a group or of all. */
export type PrintedLine = { readonly head: string; readonly cells: readonly string[]; readonly isSum: boolean };

export type PrintedRegister = {
  /** 失物招领台账. */
  readonly title: string;
  readonly unitName: string;
  /** 2025年3月1日至2025年3月31日, or empty for all. */
  readonly period: string;
  readonly today: string;
  /** Which part of a register that is too long for one paper; null when it is whole. */
  readonly volume: { readonly number: number; readonly of: number } | null;
  readonly columns: readonly { readonly label: string; readonly right: boolean }[];
  readonly lines: readonly PrintedLine[];
  /** How many there are and their checksum, or which volume follows. */
  readonly foot: string;
};

/** Every line given is printed. */
export function printRegister({ title, volume, ...sheet }: PrintedRegister): PrintedPage {
  const head = sheet.columns.map(({ label }) => html`<th scope="col">${label}</th>`);
  const body = sheet.lines.map(({ head: first, cells, isSum }) => {
    const shown = cells.map(
      (cell, column) => html`<td class="${sheet.columns[column]?.right ? 'right' : 'left'}">${cell}</td>`,
    );
    return html`<tr class="${isSum ? 'sum' : ''}"><td class="center">${first}</td>${shown}</tr>`;
  });
  const name = volume === null ? title : `${title}（第 ${volume.number} 册，共 ${volume.of} 册）`;
  const page = html`<section class="paper landscape"><h1>${name}</h1><div class="facts"><span>填报单位：${sheet.unitName}</span><span>${sheet.period}</span><span>制表日期：${sheet.today}</span></div><table class="register"><colgroup><col width="3%"></colgroup><thead><tr><th scope="col">序号</th>${head}</tr></thead><tbody>${body}</tbody></table><div class="facts"><span>${sheet.foot}</span><span>经办人：＿＿＿＿＿＿　复核人：＿＿＿＿＿＿　负责人：＿＿＿＿＿＿</span></div></section>`;
  return { title: name, html: pageOfHtml(name, [page], false) };
}
