// A question to the desk service whose answer a page shows: data, or waiting, or a problem.

import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemOf } from './desk-problem.ts';

export type Answer<Data> = {
  readonly data: Data | undefined;
  readonly isWaiting: boolean;
  readonly problem: Problem | null;
  readonly again: () => void;
};

/** @param options what `desk.queries.….queryOptions({ input })` gives */
export function useAsk<Data>(options: UseQueryOptions<Data, Error, Data, QueryKey>): Answer<Data> {
  const query = useQuery(options);
  return {
    data: query.data,
    isWaiting: query.isPending && query.isFetching,
    problem: query.error === null ? null : problemOf(query.error),
    again: () => void query.refetch(),
  };
}
