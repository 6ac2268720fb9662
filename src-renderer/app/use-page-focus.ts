// After a change of page the focus goes to what the new page is about, so that the next key does something there: at
// once to its title, and as soon as it is drawn to the part that the page marks.

import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isTypedInto } from '../components/typed-into.ts';

/** Milliseconds after which a part that was not drawn is no longer waited for. */
const patience = 10_000;

/**
 * Follows the drawing of a page with the focus until its marked part has it. Whoever presses a key or the mouse meanwhile
 * has the focus to themselves. Gives the way to stop.
 */
function focusWhenDrawn(main: HTMLElement): () => void {
  const stopping = new AbortController();
  const before = document.activeElement;
  let mine: Element | null = null;

  function move(): void {
    const active = document.activeElement;
    if (active !== before && active !== mine && active !== document.body) return stopping.abort();
    const marked = main.querySelector<HTMLElement>('[data-page-focus]');
    const title = mine === null ? document.getElementById('page-title') : null;
    const target = marked ?? title;
    target?.focus({ preventScroll: true });
    mine = target ?? mine;
    if (marked !== null) stopping.abort();
  }

  const observer = new MutationObserver(move);
  const timer = setTimeout(() => stopping.abort(), patience);
  const { signal } = stopping;
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  for (const sign of ['keydown', 'pointerdown'] as const) {
    window.addEventListener(sign, () => stopping.abort(), { signal, capture: true });
  }
  observer.observe(main, { childList: true, subtree: true });
  move();
  return () => stopping.abort();
}

/** Whether the person has already begun: in a field of the new page, or in a dialog that was opened meanwhile. */
function isAtWork(): boolean {
  const active = document.activeElement;
  return isTypedInto(active) || active?.closest('[role=dialog]') != null;
}

export function usePageFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what triggers it
  useEffect(() => {
    const main = document.getElementById('main');
    return main === null || isAtWork() ? undefined : focusWhenDrawn(main);
  }, [path]);
}
