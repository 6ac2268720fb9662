// A register (台账) as it goes into the file: title, unit and period, serial number first, A4 landscape, header repeated.

import { html } from './html.ts';
import { pageOfHtml } from './page-of-html.ts';
import type { PrintedPage } from './print-document.ts';

export type RegisterSheet = {
  /** 失物招领台账. */
  readonly title: string;
  readonly unitName: string;
  /** 2025年3月1日至2025年3月31日, or empty for all. */
  readonly period: string;
  readonly today: string;
  readonly columns: readonly { readonly label: string; readonly right: boolean }[];
  readonly rows: readonly (readonly string[])[];
};

/** Every row given is printed; the count at the end says how many there are. */
export function printRegister(sheet: RegisterSheet): PrintedPage {
  const head = sheet.columns.map(({ label }) => html`<th scope="col">${label}</th>`);
  const body = sheet.rows.map((cells, index) => {
    const shown = cells.map(
      (cell, column) => html`<td class="${sheet.columns[column]?.right ? 'right' : 'left'}">${cell}</td>`,
    );
    return html`<tr><td class="center">${index + 1}</td>${shown}</tr>`;
  });
  const page = html`<section class="paper landscape"><h1>${sheet.title}</h1><div class="facts"><span>填报单位：${sheet.unitName}</span><span>${sheet.period}</span><span>打印日期：${sheet.today}</span></div><table class="register"><colgroup><col width="3%"></colgroup><thead><tr><th scope="col">序号</th>${head}</tr></thead><tbody>${body}</tbody></table><div class="facts"><span>共 ${sheet.rows.length} 条</span><span>经办人：＿＿＿＿＿＿　复核人：＿＿＿＿＿＿　负责人：＿＿＿＿＿＿</span></div></section>`;
  return { title: sheet.title, html: pageOfHtml(sheet.title, [page], false) };
}
