// Keeps what is being typed: at most a second behind the keys, never twice the same, never once it is saved or dropped.

import type { Content } from '../../src-shared/records/content.ts';

/** Milliseconds between a key and the draft that holds it. */
export const draftDelay = 1_000;

export type DraftKeeper = {
  /** Something was typed. */
  readonly touched: () => void;
  /** Keeps at once what is not kept yet. Never throws: the next key or second tries again. */
  readonly keepNow: () => Promise<void>;
  /** What was typed is saved or thrown away: the draft goes, and nothing is kept any more. */
  readonly drop: () => Promise<void>;
  /** While what was typed is being saved no draft is kept of it; gives the way to go on keeping when that fails. */
  readonly hold: () => () => void;
};

export type DraftWays = {
  readonly keep: (content: Content) => Promise<void>;
  readonly drop: () => Promise<void>;
  /** What to keep, the same object while nothing changed; null while there is nothing worth keeping. */
  readonly typed: () => { readonly state: unknown; readonly content: () => Content | null };
};

export function createDraftKeeper(ways: DraftWays): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let kept: unknown = null;
  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const keepNow = async () => {
    stopWaiting();
    const { state, content } = ways.typed();
    if (isOver || kept === state) return;
    const worthKeeping = content();
    if (worthKeeping === null) return;
    kept = state;
    try {
      await ways.keep(worthKeeping);
    } catch {
      // What is typed is still on the screen; it is kept with the next key or before the window is left.
      kept = null;
    }
  };
  return {
    touched: () => {
      timer ??= setTimeout(() => void keepNow(), draftDelay);
    },
    keepNow,
    drop: () => {
      isOver = true;
      stopWaiting();
      return ways.drop();
    },
    hold: () => {
      isOver = true;
      return () => {
        isOver = false;
      };
    },
  };
}
