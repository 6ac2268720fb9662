// The search that opens over every page. Its field has the focus at once; what had it before gets it back, so that the
// keys of a list go on where they were left.

import { useCallback, useRef, useState } from 'react';

export type Searching = { readonly isOpen: boolean; readonly open: () => void; readonly close: () => void };

export function useSearching(): Searching {
  const [isOpen, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const open = useCallback(() => {
    before.current ??= document.activeElement;
    setOpen(true);
  }, []);
  const close = useCallback(() => {
    const { current } = before;
    before.current = null;
    setOpen(false);
    if (current instanceof HTMLElement) current.focus({ preventScroll: true });
  }, []);
  return { isOpen, open, close };
}
