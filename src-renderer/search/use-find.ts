// Asks the service while one types, a moment after the last key; before anything is typed, what was last at hand.

import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { HitView } from '../../src-shared/contract/views.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';

/** Milliseconds after the last key. */
const pause = 90;
const hitLimit = 40;

export type Found = {
  readonly hits: readonly HitView[];
  /** The hits are not found but recent ones. */
  readonly isRecent: boolean;
  readonly isWaiting: boolean;
  /** What the hits answer. */
  readonly asked: string;
  readonly problem: Problem | null;
};

export function useFind(typed: string, kind: string | undefined, isComposing: boolean): Found {
  const { queries } = useDesk();
  const [settled, setSettled] = useState('');
  useEffect(() => {
    if (!isComposing) setSettled(typed.trim());
  }, [typed, isComposing]);
  const [asked] = useDebouncedValue(settled, pause);
  const isRecent = asked === '';
  const answer = useAsk(
    queries.records.find.queryOptions({
      input: { text: asked, kind, limit: hitLimit },
      enabled: !isRecent,
      placeholderData: keepPreviousData,
    }),
  );
  const board = useAsk(queries.today.board.queryOptions({ enabled: isRecent }));
  const recent = (board.data?.recent ?? [])
    .filter((row) => kind === undefined || row.kind === kind)
    .map((row) => ({ ...row, why: '' }));
  return {
    hits: isRecent ? recent : (answer.data ?? []),
    isRecent,
    isWaiting: !isRecent && (answer.isWaiting || settled !== asked),
    asked,
    problem: isRecent ? null : answer.problem,
  };
}
