// The hand-over sheet of a shift (交接班单) on A4: what is unfinished, due, undelivered and kept, and who confirmed it.

import { fen } from '../money/fen.ts';
import { formatYuan } from '../money/format-yuan.ts';
import { cashCounted, cashDifference, type ShiftLine, type ShiftLines, type ShiftSheet } from '../shift/shift-sheet.ts';
import { type Html, html, lines as withBreaks } from './html.ts';
import { pageOfHtml } from './page-of-html.ts';
import type { PrintedPage } from './print-document.ts';

type Party = { readonly name: string; readonly at: string };

export type PrintedShift = {
  readonly sheet: ShiftSheet;
  readonly unit: string;
  readonly from: Party;
  /** Null while nobody has taken over: the sheet is signed by pen, or confirmed later. */
  readonly to: Party | null;
  /** In words; empty for the first shift of a desk. */
  readonly since: string;
  /** ms since 1970 in words. */
  readonly stickAt: (ms: number) => string;
};

export function printShiftSheet(shift: PrintedShift): PrintedPage {
  const { sheet, unit, from, to, since } = shift;
  const title = `交接班单（${from.name}${to === null ? '' : `至${to.name}`}）`;
  const head = html`<table class="pairs per-2"><tbody><tr><th scope="row">交班人</th><td>${from.name}</td><th scope="row">接班人</th><td>${to?.name ?? ''}</td></tr><tr><th scope="row">交班时间</th><td>${from.at}</td><th scope="row">接班时间</th><td>${to?.at ?? ''}</td></tr><tr><th scope="row">上次接班</th><td colspan="3">${since || '无'}</td></tr></tbody></table>`;
  const paper = html`<section class="paper"><p class="unit">${unit}</p><h1>交接班单</h1>${head}${unfinished(sheet)}${records('二、已到期与三日内到期事项', sheet.due)}${records('三、交班人经办的未结事项', sheet.own)}${delivery(shift)}${records('五、在库保管物品', sheet.custody)}${cash(sheet)}<h2>七、交办事项</h2><p class="indent">${withBreaks(sheet.note || '无')}</p>${signatures(shift)}</section>`;
  return { title, html: pageOfHtml(title, [paper], false) };
}

function unfinished({ open, conflicts, drafts }: ShiftSheet): Html {
  const rows = open.map(
    (one) =>
      html`<tr><td>${one.kind.zh}</td><td class="right">${one.open}</td><td class="right">${one.waiting}</td><td class="right">${one.restricted}</td></tr>`,
  );
  const body = open.length === 0 ? html`<tr><td colspan="4" class="center">无</td></tr>` : rows;
  return html`<h2>一、未结事项</h2><table><thead><tr><th scope="col">种类</th><th scope="col">办理中</th><th scope="col">等待中</th><th scope="col">其中敏感（不列明细）</th></tr></thead><tbody>${body}</tbody></table><p>待裁定冲突 ${conflicts} 件；交班人个人草稿 ${drafts} 份（只有本人能看到）。</p>`;
}

function records(title: string, { rows, total }: ShiftLines): Html {
  if (total === 0) return html`<h2>${title}</h2><p>无</p>`;
  const left = total - rows.length;
  const more = left > 0 ? html`<p>另有 ${left} 件未列出（含敏感记录），见台账。</p>` : null;
  return html`<h2>${title}（${total} 件）</h2><table class="register"><colgroup><col width="6%"><col width="11%"><col width="24%"><col width="29%"><col width="18%"><col width="12%"></colgroup><thead><tr><th scope="col">序号</th><th scope="col">种类</th><th scope="col">编号</th><th scope="col">事项</th><th scope="col">时限</th><th scope="col">经办</th></tr></thead><tbody>${rows.map(recordRow)}</tbody></table>${more}`;
}

function recordRow({ kind, number, title, due, overdue, handler }: ShiftLine, index: number): Html {
  const when = due === null ? '' : `${due.slice(0, 16).replace('T', ' ')}${overdue ? '（已超期）' : ''}`;
  return html`<tr><td class="center">${index + 1}</td><td>${kind.zh}</td><td>${number}</td><td>${title}</td><td>${when}</td><td>${handler}</td></tr>`;
}

function delivery({ sheet: { delivery: at, sticks }, stickAt }: PrintedShift): Html {
  const rows = sticks.map(
    ({ number, at: written, changes, by }) =>
      html`<tr><td class="center">第 ${number} 号</td><td>${stickAt(written)}</td><td class="right">${changes}</td><td>${by}</td></tr>`,
  );
  const table =
    sticks.length === 0
      ? html`<p>没有未回执的 U 盘。</p>`
      : html`<table><thead><tr><th scope="col">未回执的 U 盘</th><th scope="col">写入时间</th><th scope="col">更改（条）</th><th scope="col">写入人</th></tr></thead><tbody>${rows}</tbody></table>`;
  return html`<h2>四、送达情况</h2><p>仅在本机 ${at.here} 条，在 U 盘 ${at.onStick} 条，已发送待回执 ${at.sent} 条，已收待确认 ${at.received} 条，存疑 ${at.doubted} 条，退回 ${at.refused} 条，搁置 ${at.setAside} 条。</p>${table}`;
}

function cash(sheet: ShiftSheet): Html {
  const { counted, cashRecorded } = sheet;
  const recorded = cashRecorded === null ? '正在统计' : yuan(cashRecorded);
  const total = cashCounted(sheet);
  if (counted === null || total === null)
    return html`<h2>六、现金</h2><p>账面在库现金 ${recorded}；封存未拆，未逐张清点，交接时核对封签。</p>${counting(sheet)}`;
  const rows = counted.map(
    ({ denomination, count }) =>
      html`<tr><td class="right">${yuan(denomination)}</td><td class="right">${count}</td><td class="right">${yuan(denomination * count)}</td></tr>`,
  );
  const difference = cashDifference(sheet);
  const found = difference === null ? '' : `；${differs(difference)}`;
  return html`<h2>六、现金</h2><table><thead><tr><th scope="col">面额</th><th scope="col">张（枚）数</th><th scope="col">金额</th></tr></thead><tbody>${rows}</tbody><tfoot><tr><td colspan="2">清点合计</td><td class="right">${yuan(total)}</td></tr></tfoot></table><p>账面在库现金 ${recorded}${found}。</p>${counting(sheet)}`;
}

function counting({ cashCount }: ShiftSheet): Html | null {
  if (cashCount === null) return null;
  const at = cashCount.at.slice(0, 16).replace('T', ' ');
  return html`<p>最近一次现金盘点 ${cashCount.number}（${at}）：实点 ${yuan(cashCount.counted)}，${differs(cashCount.difference)}。</p>`;
}

function differs(difference: number): string {
  if (difference === 0) return '清点与账面一致';
  return `清点${difference > 0 ? '多' : '少'} ${yuan(Math.abs(difference))}`;
}

function yuan(amount: number): string {
  return `${amount < 0 ? '-' : ''}${formatYuan(fen(Math.abs(amount)))} 元`;
}

function signatures({ from, to }: PrintedShift): Html {
  const confirmed =
    to === null
      ? html`<p class="note">接班人尚未在案台确认。</p>`
      : html`<p class="note">交班人 ${from.name} 于 ${from.at} 交班，接班人 ${to.name} 于 ${to.at} 以本人密码或 PIN 码在案台确认。</p>`;
  return html`${confirmed}<div class="signatures"><div class="signature"><span>交班人：</span><span class="blank"></span></div><div class="signature"><span>接班人：</span><span class="blank"></span></div></div>`;
}
