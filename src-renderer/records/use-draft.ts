// The personal draft behind a form: kept while typing, and at once before the window locks, hides or closes.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Content } from '../../src-shared/records/content.ts';
import { useDesk, useKeepBeforeLeaving } from '../desk/use-desk.ts';
import type { FormStore } from '../forms/form-store.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';

export type DraftOf = {
  readonly id: string;
  readonly kind: string;
  /** Record being edited; null for a new one. */
  readonly record: string | null;
  readonly step: string | null;
  readonly heads: readonly string[];
};

export type DraftKeeping = DraftKeeper & {
  /** Milliseconds since 1970 of the last keeping; null before the first. */
  readonly keptAt: number | null;
};

/** @param contentToKeep what to keep, or null while there is nothing worth keeping */
export function useDraft(store: FormStore, draft: DraftOf, contentToKeep: () => Content | null): DraftKeeping {
  const { calls } = useDesk();
  const forgetLists = useForgetLists();
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const latest = useRef({ draft, contentToKeep });
  useEffect(() => {
    latest.current = { draft, contentToKeep };
  });
  const [keeper] = useState(() =>
    createDraftKeeper({
      keep: async (content) => {
        const { heads, ...rest } = latest.current.draft;
        const { updatedAt } = await calls.drafts.keep({ ...rest, heads: [...heads], content });
        setKeptAt(updatedAt);
        await forgetLists();
      },
      drop: async () => {
        await calls.drafts.drop({ id: latest.current.draft.id });
        await forgetLists();
      },
      typed: () => ({ state: store.kept(), content: () => latest.current.contentToKeep() }),
    }),
  );
  useKeepBeforeLeaving(keeper.keepNow);
  useEffect(() => keepWhileOpen(store, keeper), [store, keeper]);
  return { ...keeper, keptAt };
}

/** Lists of drafts read before are read again where they are shown. */
function useForgetLists(): () => Promise<unknown> {
  const { cache, queries } = useDesk();
  return useCallback(
    () =>
      Promise.all([queries.drafts.key(), queries.today.key()].map((queryKey) => cache.invalidateQueries({ queryKey }))),
    [cache, queries],
  );
}

/** Gives the way to stop, which keeps a last time. */
function keepWhileOpen(store: FormStore, { touched, keepNow }: DraftKeeper): () => void {
  const keep = () => void keepNow();
  const stop = store.subscribe(touched);
  window.addEventListener('blur', keep);
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);
  return () => {
    stop();
    window.removeEventListener('blur', keep);
    window.removeEventListener('pagehide', keep);
    document.removeEventListener('visibilitychange', keep);
    keep();
  };
}
