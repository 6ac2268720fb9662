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
  const startedAt = useRef(start);
  useEffect(() => {
    if (startedAt.current > 0) virtualizer.scrollToIndex(startedAt.current, { align: 'center' });
  }, [virtualizer]);
  const before = items[0]?.start ?? 0;
  return {
    viewport,
    indexes: items.map(({ index }) => index),
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
    before,
    after: Math.max(0, totalHeight - before - items.length * rowHeight),
    rowsInView: Math.max(1, Math.floor((viewport.current?.clientHeight ?? rowHeight) / rowHeight) - 2),
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
