// Bars of a breakdown as SVG with every number beside its bar; no script, no style, only attributes, so that it prints under
// the strict content policy.

import { type Html, html } from '../records/print/html.ts';

export type BarChart = {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
  /** 件数 10，类型次数 15. */
  readonly note: string;
};

const rowHeight = 22;
const labelWidth = 150;
const barWidth = 380;

/** Nothing at all for no bars. */
export function drawBars({ title, bars, note }: BarChart): Html {
  if (bars.length === 0) return html``;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const rows = bars.map(({ label, value }, index) => {
    const top = index * rowHeight;
    const width = Math.round((value / most) * barWidth);
    return html`<text x="${labelWidth - 8}" y="${top + 16}" text-anchor="end" font-size="13">${label}</text><rect x="${labelWidth}" y="${top + 4}" width="${width}" height="${rowHeight - 8}" fill="#4480c7"></rect><text x="${labelWidth + width + 6}" y="${top + 16}" font-size="13">${value}</text>`;
  });
  return html`<figure class="chart"><figcaption>${title}（${note}）</figcaption><svg width="100%" viewBox="0 0 ${labelWidth + barWidth + 70} ${bars.length * rowHeight + 4}" role="img" aria-label="${title}">${rows}</svg></figure>`;
}
