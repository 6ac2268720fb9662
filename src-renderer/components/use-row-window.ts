// Which rows of a long table are in view, and how much room the others take above and below.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { rowMetrics } from './row-metrics.ts';

export type RowWindow = {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly indexes: readonly number[];
  readonly first: number;
  readonly last: number;
  /** Pixels above the first and below the last drawn row. */
  readonly before: number;
  readonly after: number;
  /** Rows a page key moves. */
  readonly rowsInView: number;
  /** Scrolls just so far that the row is seen. */
  readonly show: (index: number) => void;
};

/** Rows drawn beyond each edge, so that a step of the wheel finds them there. */
const spare = 6;
/** Rows seen above the chosen one in a table whose rows lie closer on the bar than they are high. */
const rowsAbove = 4;

/** @param start row to begin with: the one the person came from */
export function useRowWindow(count: number, rowHeight: number, start: number): RowWindow {
  const viewport = useRef<HTMLDivElement>(null);
  const { step, totalHeight } = rowMetrics(count, rowHeight);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => viewport.current,
    estimateSize: () => step,
    // The head stays in view and covers one row.
    scrollPaddingStart: rowHeight,
    overscan: spare,
  });
  const items = virtualizer.getVirtualItems();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step between rows makes the measured ones wrong
  useEffect(() => virtualizer.measure(), [virtualizer, step]);
  const isCloser = step < rowHeight;
  // Where rows lie closer on the bar than they are high, the bar's own idea of what is in view is not the screen's; the
  // row is then held a few rows below the head.
  const show = (index: number, align: 'auto' | 'center') =>
    isCloser
      ? virtualizer.scrollToOffset(Math.max(0, (index - rowsAbove) * step))
      : virtualizer.scrollToIndex(index, { align });
  const startedAt = useRef({ start, show });
  useEffect(() => {
    if (startedAt.current.start > 0) startedAt.current.show(startedAt.current.start, 'center');
  }, []);
  const before = items[0]?.start ?? 0;
  return {
    viewport,
    indexes: items.map(({ index }) => index),
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
    before,
    after: Math.max(0, totalHeight - before - items.length * rowHeight),
    rowsInView: Math.max(1, Math.floor((viewport.current?.clientHeight ?? rowHeight) / rowHeight) - 2),
    show: (index) => show(index, 'auto'),
  };
}
