// Figures over the last periods as lines of an SVG, each told from the others by its dashes as well as its grey, since most
// desks print without colour.

import { type Html, html } from '../records/print/html.ts';

export type LineChart = {
  readonly title: string;
  readonly periods: readonly string[];
  readonly lines: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
};

const [left, top, width, height] = [50, 10, 640, 170];
const dashes = ['0', '8 4', '2 3', '10 3 2 3'] as const;

/** Nothing at all when there is no number to draw. */
export function drawLines({ title, periods, lines }: LineChart): Html {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  if (values.length === 0 || periods.length < 2) return html``;
  const most = Math.max(1, ...values);
  const x = (at: number) => Math.round(left + (at / (periods.length - 1)) * width);
  const y = (value: number) => Math.round(top + height - (value / most) * height);
  const drawn = lines.map(({ label, values: own }, index) => {
    const points = own.flatMap((value, at) => (value === null ? [] : [`${x(at)},${y(value)}`])).join(' ');
    const dash = dashes[index % dashes.length] ?? '0';
    const legend = left + index * 160;
    return html`<polyline points="${points}" fill="none" stroke="#1d4577" stroke-width="2" stroke-dasharray="${dash}"></polyline><line x1="${legend}" y1="${top + height + 42}" x2="${legend + 30}" y2="${top + height + 42}" stroke="#1d4577" stroke-width="2" stroke-dasharray="${dash}"></line><text x="${legend + 36}" y="${top + height + 46}" font-size="13">${label}</text>`;
  });
  const marks = periods.map(
    (period, at) =>
      html`<text x="${x(at)}" y="${top + height + 20}" text-anchor="middle" font-size="11">${period}</text>`,
  );
  const grid = html`<line x1="${left}" y1="${top + height}" x2="${left + width}" y2="${top + height}" stroke="#888"></line><text x="${left - 6}" y="${top + height}" text-anchor="end" font-size="11">0</text><text x="${left - 6}" y="${top + 10}" text-anchor="end" font-size="11">${most}</text>`;
  return html`<figure class="chart"><figcaption>${title}</figcaption><svg width="100%" viewBox="0 0 ${left + width + 40} ${top + height + 56}" role="img" aria-label="${title}">${grid}${marks}${drawn}</svg></figure>`;
}
