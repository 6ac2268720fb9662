// Pages of a long list: the next by position, a far one by counting, all of them fresh after a save.

import { expect, test, vi } from 'vitest';
import { createRowPages, pageRows, type ReadPage } from '../../../src-renderer/lists/row-pages.ts';
import type { RowView } from '../../../src-shared/contract/views.ts';

function row(index: number, version: number): RowView {
  return {
    id: `r${index}`,
    kind: 'found_item',
    number: String(index),
    title: `v${version}`,
    status: 'open',
    occurredAt: null,
    updatedAt: 0,
    due: null,
    dueState: 'none',
    conflict: false,
    cells: [],
  };
}

/** A list of `total` rows that remembers how it was asked. */
function longList(total: number) {
  const asked: Parameters<ReadPage>[0][] = [];
  const state = { version: 1 };
  const read: ReadPage = (where) => {
    asked.push(where);
    const from = where.after === undefined ? (where.offset ?? 0) : Number(where.after);
    const rows = Array.from({ length: Math.min(where.limit, total - from) }, (_, index) =>
      row(from + index, state.version),
    );
    return Promise.resolve({ rows, next: from + rows.length < total ? String(from + rows.length) : null });
  };
  return { asked, read, state };
}

function fail(error: unknown): never {
  throw error;
}

test('scrolling on reads the next page by the position where the last one ended', async () => {
  const list = longList(1_000);
  const arrived = vi.fn();
  const pages = createRowPages(list.read, arrived, fail);
  pages.view(0, 20);
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(1));
  pages.view(90, 120);
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(2));
  expect(list.asked).toEqual([{ limit: pageRows }, { after: '100', limit: pageRows }]);
  expect([pages.rowAt(0)?.id, pages.rowAt(119)?.id, pages.rowAt(200)]).toEqual(['r0', 'r119', undefined]);
});

test('a jump of the scroll bar reads by counting rows', async () => {
  const list = longList(1_000);
  const arrived = vi.fn();
  const pages = createRowPages(list.read, arrived, fail);
  pages.view(640, 660);
  await vi.waitFor(() => expect(pages.rowAt(650)?.id).toBe('r650'));
  expect(list.asked).toEqual([{ offset: 600, limit: pageRows }]);
});

test('a page is read once, however often it comes into view', async () => {
  const list = longList(1_000);
  const pages = createRowPages(list.read, () => {}, fail);
  pages.view(0, 10);
  pages.view(0, 11);
  await vi.waitFor(() => expect(pages.rowAt(0)?.id).toBe('r0'));
  pages.view(0, 12);
  expect(list.asked).toHaveLength(1);
});

test('after a save what is in view is read again, and old rows stay until the new ones arrive', async () => {
  const list = longList(1_000);
  const pages = createRowPages(list.read, () => {}, fail);
  pages.view(100, 120);
  await vi.waitFor(() => expect(pages.rowAt(100)?.title).toBe('v1'));
  list.state.version = 2;
  pages.refresh();
  expect(pages.rowAt(100)?.title).toBe('v1');
  await vi.waitFor(() => expect(pages.rowAt(100)?.title).toBe('v2'));
});

test('an answer that was asked for before a save does not replace what was read after it', async () => {
  const answers: ((title: number) => void)[] = [];
  const read: ReadPage = () =>
    new Promise((resolve) => {
      answers.push((version) => resolve({ rows: [row(0, version)], next: null }));
    });
  const pages = createRowPages(read, () => {}, fail);
  pages.view(0, 0);
  pages.refresh();
  answers[1]?.(2);
  await vi.waitFor(() => expect(pages.rowAt(0)?.title).toBe('v2'));
  answers[0]?.(1);
  await Promise.resolve();
  expect(pages.rowAt(0)?.title).toBe('v2');
});

test('a page that cannot be read is told once and tried again when asked', async () => {
  const told = vi.fn();
  let isBroken = true;
  const read: ReadPage = () =>
    isBroken ? Promise.reject(new Error('cut')) : Promise.resolve({ rows: [row(0, 1)], next: null });
  const pages = createRowPages(read, () => {}, told);
  pages.view(0, 0);
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  isBroken = false;
  pages.refresh();
  await vi.waitFor(() => expect(pages.rowAt(0)?.id).toBe('r0'));
});
