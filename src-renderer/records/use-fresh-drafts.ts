// This person's drafts as they are at this moment, read once when a form opens.

import { useEffect, useState } from 'react';
import type { DraftView } from '../../src-shared/contract/views.ts';
import { useDesk } from '../desk/use-desk.ts';

/** Null while they are read; none when they cannot be read, so that a form always opens. */
export function useFreshDrafts(): readonly DraftView[] | null {
  const { calls } = useDesk();
  const [drafts, setDrafts] = useState<readonly DraftView[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (found: readonly DraftView[]) => {
      if (isCurrent) setDrafts(found);
    };
    calls.drafts.list().then(show, () => show([]));
    return () => {
      isCurrent = false;
    };
  }, [calls]);
  return drafts;
}
