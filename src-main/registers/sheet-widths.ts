// How wide the columns of a register need to be, measured on lines from all over it.

import type { RegisterSheet } from './register-sheet.ts';
import { showWidth } from './show-width.ts';

const measured = 200;
const narrowest = 8;
const widest = 36;
/** Of the measured texts this share fits without breaking; the longest would make every column wide. */
const share = 0.9;

/** In units of Excel's width, 序号 first. */
export function sheetWidths(sheet: RegisterSheet): readonly number[] {
  const lines = sheet.sample(measured);
  const widths = sheet.columns.map(({ label }, column) => {
    const texts = lines.map((texts) => showWidth(texts[column] ?? '')).sort((left, right) => left - right);
    const usual = texts[Math.floor((texts.length - 1) * share)] ?? 0;
    return Math.min(widest, Math.max(narrowest, showWidth(label.zh) + 2, usual + 2));
  });
  return [6, ...widths];
}
