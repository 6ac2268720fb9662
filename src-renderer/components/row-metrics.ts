// How far apart rows lie on the scroll bar. Chromium draws nothing taller than about 33.5 million pixels, so beyond some
// 900,000 rows they lie closer on the bar than they are high; every row is still reached.

/** Pixels that are safe in every engine the window runs in. */
export const tallest = 30_000_000;

export type RowMetrics = {
  /** Pixels of the scroll bar per row. */
  readonly step: number;
  readonly totalHeight: number;
};

export function rowMetrics(count: number, rowHeight: number): RowMetrics {
  const step = count * rowHeight <= tallest ? rowHeight : tallest / count;
  return { step, totalHeight: count * step };
}
