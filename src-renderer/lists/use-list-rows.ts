// The rows of a list for a table: how many there are, and each by its position, always following what was saved.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { RowView } from '../../src-shared/contract/views.ts';
import { defaultSort, type ListSearch } from '../components/list-search.ts';
import { problemOf } from '../desk/desk-problem.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { createRowPages } from './row-pages.ts';

export type ListRows = {
  /** Undefined until counted. */
  readonly count: number | undefined;
  readonly rowAt: (index: number) => RowView | undefined;
  readonly view: (first: number, last: number) => void;
  readonly problem: Problem | null;
  readonly again: () => void;
};

export function useListRows(kind: string, search: ListSearch): ListRows {
  const { calls, queries, cache } = useDesk();
  const [, setArrivals] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = JSON.stringify([kind, search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` stands for kind and search
  const query = useMemo(() => ({ kind, where: [], sort: defaultSort, ...search }), [name]);
  const counted = useAsk(queries.records.count.queryOptions({ input: query }));
  const pages = useMemo(
    () =>
      createRowPages(
        (where) => calls.records.list({ ...query, ...where }),
        () => {
          setProblem(null);
          setArrivals((before) => before + 1);
        },
        (error) => setProblem(problemOf(error)),
      ),
    [calls, query],
  );
  // Whatever makes the count stale (a save, here or elsewhere) makes the rows stale too.
  useEffect(() => {
    const countPath = JSON.stringify(queries.records.count.key()[0]);
    return cache.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate') return;
      if (JSON.stringify(event.query.queryKey[0]) === countPath) pages.refresh();
    });
  }, [cache, queries, pages]);
  const again = useCallback(() => {
    counted.again();
    pages.refresh();
  }, [counted, pages]);
  return {
    count: counted.data?.count,
    rowAt: pages.rowAt,
    view: pages.view,
    problem: problem ?? counted.problem,
    again,
  };
}
