// A report as it goes to superiors: A4 across, 指标｜本月｜上月｜环比｜本年累计｜上年同期｜同比, what each rate means, the figures by
// type, and the lines and bars that say more than numbers. Nothing in it is cut off.

import { type Html, html } from '../records/print/html.ts';
import { pageOfHtml } from '../records/print/page-of-html.ts';
import type { PrintedPage } from '../records/print/print-document.ts';
import type { Words } from '../records/words.ts';
import { type BarChart, drawBars } from './draw-bars.ts';
import { drawLines, type LineChart } from './draw-lines.ts';
import type { ReportRow } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { showComparison, showFigure, showParts } from './show-figure.ts';

export type PrintedRow = ReportRow & { readonly part: Indicator | null; readonly whole: Indicator | null };

export type ReportSheet = {
  readonly title: string;
  readonly unitName: string;
  /** 2026年3月. */
  readonly period: string;
  readonly today: string;
  /** Said under the title: published by whom, or that the period is not over. */
  readonly notes: readonly string[];
  readonly heads: { readonly now: string; readonly previous: string };
  readonly sections: readonly { readonly label: Words; readonly rows: readonly PrintedRow[] }[];
  readonly bars: readonly BarChart[];
  readonly lines: readonly LineChart[];
};

export function printReport(sheet: ReportSheet): PrintedPage {
  const { title, heads } = sheet;
  const columns = ['指标', heads.now, heads.previous, '环比', '本年累计', '上年同期', '同比'];
  const head = columns.map((label) => html`<th scope="col">${label}</th>`);
  const body = sheet.sections.map(
    ({ label, rows }) =>
      html`<tr><th colspan="${columns.length}" scope="rowgroup" class="left">${label.zh}</th></tr>${rows.map(printRow)}`,
  );
  const meanings = sheet.sections
    .flatMap(({ rows }) => rows)
    .flatMap(({ indicator }) => (indicator.meaning ? [`${indicator.label.zh}：${indicator.meaning.zh}`] : []));
  const charts = [...sheet.lines.map(drawLines), ...sheet.bars.map(drawBars)];
  const page = html`<section class="paper landscape"><h1>${title}</h1><div class="facts"><span>填报单位：${sheet.unitName}</span><span>统计期间：${sheet.period}</span><span>制表日期：${sheet.today}</span></div>${sheet.notes.map((note) => html`<p class="note">${note}</p>`)}<table class="report"><colgroup><col width="24%"><col width="15%"><col width="13%"><col width="12%"><col width="12%"><col width="12%"><col width="12%"></colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table><p class="note">口径：${meanings.join('；')}。</p>${charts}<div class="facts"><span></span><span>填表人：＿＿＿＿＿＿　复核人：＿＿＿＿＿＿　负责人：＿＿＿＿＿＿</span></div></section>`;
  return { title, html: pageOfHtml(title, [page], false) };
}

function printRow({ indicator, figures, change, yearOnYear, part, whole }: PrintedRow): Html {
  const parts = { part: part ?? undefined, whole: whole ?? undefined };
  const shown = (column: keyof typeof figures) => {
    const numbers = showParts(parts, figures[column], 'zh');
    return `${showFigure(indicator, figures[column], 'zh')}${numbers === '' ? '' : `（${numbers}）`}`;
  };
  const unit = indicator.unit.zh === '' || indicator.money ? '' : `（${indicator.unit.zh}）`;
  const cells = [
    shown('now'),
    shown('previous'),
    showComparison(change, 'change', 'zh'),
    shown('cumulative'),
    shown('lastYear'),
    showComparison(yearOnYear, 'yearOnYear', 'zh'),
  ];
  return html`<tr><td class="left">${indicator.label.zh}${unit}</td>${cells.map((cell) => html`<td class="right">${cell}</td>`)}</tr>`;
}
