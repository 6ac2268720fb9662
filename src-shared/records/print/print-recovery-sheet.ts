// The two halves of the recovery code, each on a sheet of its own for a person of its own: either half alone opens nothing.

import { type Html, html } from './html.ts';
import { pageOfHtml } from './page-of-html.ts';
import type { PrintedPage } from './print-document.ts';

/** The sheets name the unit and the day, never a password or a person's name. */
export function printRecoverySheet(unitName: string, today: string, halves: readonly [string, string]): PrintedPage {
  const title = '案台恢复码';
  return {
    title,
    html: pageOfHtml(title, [sheet(unitName, today, '甲', halves[0]), sheet(unitName, today, '乙', halves[1])], false),
  };
}

function sheet(unitName: string, today: string, which: string, half: string): Html {
  return html`<section class="paper"><span class="copy">恢复码（${which}）</span><p class="unit">${unitName}</p><h1>案台恢复码</h1><p class="indent">忘记密码时，持甲、乙两份恢复码的两人须同时到场，在登录页选择“忘记密码”，依次输入两份恢复码后设置新密码。任何一份单独不能打开案台。</p><p class="code">${half}</p><p class="indent">请装入信封封存，甲、乙两份分别由两名负责人保管，不得拍照、不得存入联网设备。重新生成恢复码后，本页作废。</p><div class="signatures"><div class="signature"><span>保管人：</span><span class="blank"></span></div><div class="signature"><span>封存日期：</span><span class="blank"></span></div></div><div class="closing"><div class="seal">${unitName}<br>${today}</div></div></section>`;
}
