// The sheet that goes along with a stick (交接单): what lies on it, by which it is known again, who gave it and who took it.

import { html } from './html.ts';
import { pageOfHtml } from './page-of-html.ts';
import type { PrintedPage } from './print-document.ts';

export type HandoverSheet = {
  readonly unit: string;
  readonly phone: string;
  /** As the centre calls this PC. */
  readonly deskName: string;
  readonly number: number;
  /** In words, when it was written. */
  readonly at: string;
  readonly by: string;
  readonly name: string;
  readonly parts: number;
  /** Bytes. */
  readonly bytes: number;
  readonly changes: number;
  readonly records: number;
  readonly kinds: readonly { readonly label: string; readonly records: number }[];
  readonly files: number;
  readonly filesLeft: number;
  /** SHA-256 of the manifest, hexadecimal. */
  readonly hash: string;
};

/** Letters at the end of the hash that two people compare by eye. */
const tail = 12;

/** One copy stays here, one goes with the stick; both are signed by both. */
export function printHandoverSheet(sheet: HandoverSheet): PrintedPage {
  const title = `往返U盘交接单（第${sheet.number}号）`;
  return { title, html: pageOfHtml(title, [copy(sheet, '留存联'), copy(sheet, '随盘联')], false) };
}

function copy(sheet: HandoverSheet, which: string) {
  const { number, unit, deskName, at, by, name, parts, bytes, changes, records, files, filesLeft } = sheet;
  const kinds = sheet.kinds.map(({ label, records: count }) => `${label} ${count} 件`).join('，') || '无';
  const rows = [
    ['编号', `第 ${number} 号`, '写入时间', at],
    ['案台', deskName, '写入人', by],
    ['更改', `${changes} 条`, '涉及记录', `${records} 件`],
    ['照片等文件', `${files} 个`, '留待下次的文件', `${filesLeft} 个`],
    ['文件名', name, '份数', `${parts} 份，共 ${shownSize(bytes)}`],
  ];
  const lines = rows.map(
    ([first = '', one = '', second = '', two = '']) =>
      html`<tr><th scope="row">${first}</th><td>${one}</td><th scope="row">${second}</th><td>${two}</td></tr>`,
  );
  return html`<section class="paper"><span class="copy">${which}</span><p class="unit">${unit}</p><h1>往返U盘交接单</h1><table class="pairs per-2"><tbody>${lines}<tr><th scope="row">记录种类</th><td colspan="3">${kinds}</td></tr><tr><th scope="row">校验尾码</th><td colspan="3" class="code">${grouped(sheet.hash.slice(-tail))}</td></tr></tbody></table><p class="indent">内容已加密并签名，只有中心能打开。接收时请核对编号与校验尾码；中心导入后将回执包写回本U盘，或打印回执码。U盘遗失请立即报告，本机数据不受影响，可重新写入。联系电话：${sheet.phone}</p><div class="signatures"><div class="signature"><span>移交人：</span><span class="blank"></span></div><div class="signature"><span>移交时间：</span><span class="blank"></span></div><div class="signature"><span>接收人：</span><span class="blank"></span></div><div class="signature"><span>接收时间：</span><span class="blank"></span></div></div></section>`;
}

function grouped(letters: string): string {
  return letters.match(/.{1,4}/g)?.join(' ') ?? '';
}

function shownSize(bytes: number): string {
  if (bytes >= 1_000_000_000) return `${(bytes / 1_000_000_000).toFixed(2)} GB`;
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1_000)} KB`;
}
