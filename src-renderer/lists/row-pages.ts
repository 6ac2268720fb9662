// Pages of a long list as they come into view: the next one by its position in the list (keyset), one far away by
// counting rows. When something was saved, what is in view is read again and replaced as it arrives.

import type { PageView, RowView } from '../../src-shared/contract/views.ts';

export const pageRows = 100;

type Where = { readonly after?: string; readonly offset?: number; readonly limit: number };
export type ReadPage = (where: Where) => Promise<PageView>;

export type RowPages = {
  readonly rowAt: (index: number) => RowView | undefined;
  /** Reads what is missing between two positions. */
  readonly view: (first: number, last: number) => void;
  /** Reads again what is in view, and everything else when it comes into view. */
  readonly refresh: () => void;
};

/**
 * @param onChange called whenever rows have arrived
 * @param onFailure called with what reading a page threw
 */
export function createRowPages(read: ReadPage, onChange: () => void, onFailure: (error: unknown) => void): RowPages {
  const pages = new Map<number, PageView>();
  const fresh = new Set<number>();
  const running = new Set<string>();
  let generation = 0;
  let inView: readonly [number, number] = [0, 0];

  function positionOf(page: number): Where {
    if (page === 0) return { limit: pageRows };
    const next = fresh.has(page - 1) ? pages.get(page - 1)?.next : undefined;
    return next === undefined || next === null
      ? { offset: page * pageRows, limit: pageRows }
      : { after: next, limit: pageRows };
  }

  async function load(page: number): Promise<void> {
    const mine = generation;
    const name = `${mine}:${page}`;
    if (fresh.has(page) || running.has(name)) return;
    running.add(name);
    try {
      const arrived = await read(positionOf(page));
      if (mine !== generation) return;
      pages.set(page, arrived);
      fresh.add(page);
      onChange();
    } catch (error) {
      if (mine === generation) onFailure(error);
    } finally {
      running.delete(name);
    }
  }

  function loadInView(): void {
    const [first, last] = inView;
    for (let page = Math.floor(first / pageRows); page <= Math.floor(last / pageRows); page += 1) void load(page);
  }

  return {
    rowAt: (index) => pages.get(Math.floor(index / pageRows))?.rows[index % pageRows],
    view(first, last) {
      inView = [first, last];
      loadInView();
    },
    refresh() {
      generation += 1;
      fresh.clear();
      loadInView();
    },
  };
}
