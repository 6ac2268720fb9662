// 个人信息查阅（复制）件: what records hold about one person, on A4, record by record, with what was left out and why.

import { epochMsToLocal } from '../dates/iso-date-time.ts';
import type { OwnValue } from '../own-data.ts';
import type { Words } from '../words.ts';
import { type Html, html, lines } from './html.ts';
import { pageOfHtml } from './page-of-html.ts';
import type { PrintedPage } from './print-document.ts';

type PrintedRecord = {
  readonly kindLabel: Words;
  readonly number: string;
  readonly status: Words;
  readonly basis: Words;
  readonly kept: Words;
  readonly values: readonly OwnValue[];
  readonly attachments: readonly { readonly name: string; readonly role: Words; readonly bytes: number }[];
  readonly looks: readonly { readonly at: number; readonly by: string; readonly said: Words }[];
};
export type PersonSheet = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly reason: string;
  readonly unitName: string;
  readonly today: string;
  /** Who made it. */
  readonly by: string;
  readonly records: readonly PrintedRecord[];
};

const title = '个人信息查阅（复制）件';

export function printPersonData(sheet: PersonSheet): PrintedPage {
  const { name, idNumber, phone, reason, unitName, today, by, records } = sheet;
  const page = html`<section class="paper"><h1>${title}</h1><div class="facts"><span>提供单位：${unitName}</span><span>制作日期：${today}</span></div><table class="pairs per-2"><tr><th scope="row">姓名</th><td>${name}</td><th scope="row">证件号码</th><td>${idNumber}</td></tr><tr><th scope="row">联系电话</th><td>${phone}</td><th scope="row">记录数</th><td>${records.length} 条</td></tr><tr><th scope="row">用途</th><td colspan="3">${reason}</td></tr></table><p class="note">依照《中华人民共和国个人信息保护法》第四十五条提供。他人的信息已脱敏；文字叙述须经核对不涉及他人后方予提供，未提供的已注明。</p>${records.map(printRecord)}<div class="facts"><span>制作人：${by}</span><span>核对人：＿＿＿＿＿＿　领取人：＿＿＿＿＿＿</span></div></section>`;
  return { title: `${title} ${name}`, html: pageOfHtml(title, [page], false) };
}

function printRecord(record: PrintedRecord, index: number): Html {
  const { kindLabel, number, status, basis, kept, values, attachments, looks } = record;
  const files = attachments.map(({ name, role, bytes }) => `${role.zh}：${name}（${Math.ceil(bytes / 1024)} KB）`);
  const seen = looks.map(({ at, by, said }) => `${epochMsToLocal(at).slice(0, 16).replace('T', ' ')} ${by} ${said.zh}`);
  return html`<h2>${index + 1}. ${kindLabel.zh} ${number}</h2><table class="pairs per-2"><tr><th scope="row">状态</th><td>${status.zh}</td><th scope="row">处理依据</th><td>${basis.zh}</td></tr><tr><th scope="row">保存期限</th><td colspan="3">${kept.zh}</td></tr>${rowsOf(values).map(printRow)}<tr><th scope="row">附件清单</th><td colspan="3">${files.length === 0 ? '无' : lines(files.join('\n'))}</td></tr><tr><th scope="row">查看记录</th><td colspan="3">${seen.length === 0 ? '无敏感内容查看、显示或打印' : lines(seen.join('\n'))}</td></tr></table>`;
}

const said = {
  own: '',
  shared: '',
  masked: '（他人，已脱敏）',
  withheld: '（可能涉及他人，未提供）',
  former: '（曾登记，已更改）',
} as const;

/** Characters that fit beside another pair on one line. */
const shortText = 18;

/** Short values two to a row, in their order; what the record's head says already is left out. */
function rowsOf(values: readonly OwnValue[]): readonly (readonly OwnValue[])[] {
  const rows: OwnValue[][] = [];
  for (const value of values.filter(({ path }) => path !== 'basis')) {
    const last = rows.at(-1);
    const [beside] = last ?? [];
    if (last?.length === 1 && beside !== undefined && isShort(beside) && isShort(value)) last.push(value);
    else rows.push([value]);
  }
  return rows;
}

function isShort({ state, value }: OwnValue): boolean {
  return `${value ?? ''}${said[state]}`.length <= shortText && !(value ?? '').includes('\n');
}

function printRow(row: readonly OwnValue[]): Html {
  const wide = row.length === 1 ? html` colspan="3"` : html``;
  return html`<tr>${row.map(
    ({ label, state, value }) =>
      html`<th scope="row">${label.zh}</th><td${wide}>${value === null ? '' : lines(value)}${said[state]}</td>`,
  )}</tr>`;
}
