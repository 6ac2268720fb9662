// After a change of page the focus goes to what the new page is about, so that the next key does something there.

import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** How long a page may take to draw what wants the focus, in animation frames. */
const patience = 30;

function focusPage(framesLeft: number): number {
  const wanted =
    document.querySelector<HTMLElement>('#main [data-page-focus]') ?? document.getElementById('page-title');
  const active = document.activeElement;
  const isTaken =
    active !== null &&
    active !== document.body &&
    active.closest('#main, [role="dialog"]') !== null &&
    active.id !== 'main' &&
    active.id !== 'page-title';
  if (isTaken) return 0;
  if (wanted?.matches('[data-page-focus]') || framesLeft <= 0) {
    wanted?.focus({ preventScroll: true });
    return 0;
  }
  return requestAnimationFrame(() => focusPage(framesLeft - 1));
}

export function usePageFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what triggers it
  useEffect(() => {
    focusPage(patience);
  }, [path]);
}
