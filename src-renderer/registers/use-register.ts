// The lines of a register page by page, and what it comes to as a whole.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterSurveyView, RegisterView } from '../../src-shared/contract/views.ts';
import { type Answer, useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { type RegisterSearch, registerQueryOf } from './register-search.ts';

const linesAtATime = 200;

export type Register = {
  readonly columns: RegisterView['columns'];
  readonly rows: RegisterView['rows'];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly again: () => void;
  readonly more: { readonly show: () => void; readonly isRunning: boolean } | null;
  /** Worked out by itself for a register of one page; of a longer one when somebody asks. */
  readonly survey: Answer<RegisterSurveyView>;
  readonly askSurvey: (() => void) | null;
};

export function useRegister(kind: string, search: RegisterSearch): Register {
  const { calls, queries } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const query = registerQueryOf(kind, search);
  const isOwnOrder = search.order !== undefined || search.group !== undefined;
  const byTime = useInfiniteQuery(
    queries.registers.rows.infiniteOptions({
      input: (after: string | undefined) => ({ ...query, after, limit: linesAtATime }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      enabled: !isOwnOrder,
    }),
  );
  const isShort = byTime.data !== undefined && !byTime.hasNextPage;
  const isSurveyed = isOwnOrder || isAsked || isShort;
  const survey = useAsk(queries.registers.survey.queryOptions({ input: query, enabled: isSurveyed }));
  const inOrder = useInfiniteQuery({
    queryKey: [...queries.registers.lines.key(), survey.data?.id],
    queryFn: ({ pageParam }) =>
      calls.registers.lines({ survey: survey.data?.id ?? '', offset: pageParam, limit: linesAtATime }),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) =>
      pages.length * linesAtATime < (survey.data?.count ?? 0) ? pages.length * linesAtATime : undefined,
    enabled: isOwnOrder && survey.data !== undefined,
  });
  const shown = isOwnOrder ? inOrder : byTime;
  return {
    columns: shown.data?.pages[0]?.columns ?? [],
    rows: shown.data?.pages.flatMap((page) => page.rows) ?? [],
    isPending: shown.isPending && survey.problem === null,
    error: shown.error,
    again: () => void shown.refetch(),
    more: shown.hasNextPage ? { show: () => void shown.fetchNextPage(), isRunning: shown.isFetchingNextPage } : null,
    survey,
    askSurvey: isSurveyed ? null : () => setAsked(true),
  };
}
