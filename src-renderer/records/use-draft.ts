// Keeps what is being typed as a personal draft: at most a second behind the keys, and at once before the window locks,
// hides or closes.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Content } from '../../src-shared/records/content.ts';
import { useDesk, useKeepBeforeLeaving } from '../desk/use-desk.ts';
import type { FormStore } from '../forms/form-store.ts';

/** Milliseconds between a key and the draft that holds it. */
const draftDelay = 1_000;

export type DraftOf = {
  readonly id: string;
  readonly kind: string;
  /** Record being edited; null for a new one. */
  readonly record: string | null;
  readonly step: string | null;
  readonly heads: readonly string[];
};

export type DraftKeeping = {
  /** Milliseconds since 1970 of the last keeping; null before the first. */
  readonly keptAt: number | null;
  readonly keepNow: () => Promise<void>;
  /** The form was saved or thrown away: the draft goes, and nothing is kept any more. */
  readonly drop: () => Promise<void>;
  /** While what was typed is being saved no draft is kept of it; gives the way to go on keeping when that fails. */
  readonly hold: () => () => void;
};

/** @param contentToKeep what to keep, or null while there is nothing worth keeping */
export function useDraft(store: FormStore, draft: DraftOf, contentToKeep: () => Content | null): DraftKeeping {
  const { calls, cache, queries } = useDesk();
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const latest = useRef({ draft, contentToKeep });
  const pending = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; isOver: boolean; kept: unknown }>({
    timer: undefined,
    isOver: false,
    kept: null,
  });
  useEffect(() => {
    latest.current = { draft, contentToKeep };
  });

  /** Lists of drafts read before are read again where they are shown. */
  const forgetLists = useCallback(
    () =>
      Promise.all([queries.drafts.key(), queries.today.key()].map((queryKey) => cache.invalidateQueries({ queryKey }))),
    [cache, queries],
  );

  const keepNow = useCallback(async () => {
    const state = pending.current;
    clearTimeout(state.timer);
    state.timer = undefined;
    const typed = store.state().content;
    const content = latest.current.contentToKeep();
    if (state.isOver || content === null || state.kept === typed) return;
    const { heads, ...rest } = latest.current.draft;
    state.kept = typed;
    try {
      const { updatedAt } = await calls.drafts.keep({ ...rest, heads: [...heads], content });
      setKeptAt(updatedAt);
      await forgetLists();
    } catch {
      // The next key or the next second tries again; what is typed is still on the screen.
      state.kept = null;
    }
  }, [calls, store, forgetLists]);

  const drop = useCallback(async () => {
    pending.current.isOver = true;
    clearTimeout(pending.current.timer);
    await calls.drafts.drop({ id: latest.current.draft.id });
    await forgetLists();
  }, [calls, forgetLists]);

  const hold = useCallback(() => {
    pending.current.isOver = true;
    return () => {
      pending.current.isOver = false;
    };
  }, []);

  useKeepBeforeLeaving(keepNow);
  useEffect(() => {
    const state = pending.current;
    const later = () => {
      state.timer ??= setTimeout(() => void keepNow(), draftDelay);
    };
    const stop = store.subscribe(later);
    return () => {
      stop();
      void keepNow();
    };
  }, [store, keepNow]);
  useEffect(() => onLeavingWindow(() => void keepNow()), [keepNow]);
  return { keptAt, keepNow, drop, hold };
}

function onLeavingWindow(keep: () => void): () => void {
  window.addEventListener('blur', keep);
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);
  return () => {
    window.removeEventListener('blur', keep);
    window.removeEventListener('pagehide', keep);
    document.removeEventListener('visibilitychange', keep);
  };
}
