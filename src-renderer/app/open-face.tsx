// The open desk: who is at it and what kinds it has are known before anything of it is drawn.

import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { KindsView } from '../../src-shared/contract/views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { createKinds, KindsContext } from '../desk/kinds.ts';
import { type OpenDesk, OpenDeskContext } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { router } from './router.tsx';

function WithKinds({ view }: { readonly view: KindsView }) {
  const kinds = useMemo(() => createKinds(view), [view]);
  return (
    <KindsContext value={kinds}>
      <RouterProvider router={router} />
    </KindsContext>
  );
}

export function OpenFace({ open }: { readonly open: OpenDesk }) {
  const { queries } = useDesk();
  const answer = useAsk(queries.kinds.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  return (
    <OpenDeskContext value={open}>
      <AnswerView answer={answer}>{(view) => <WithKinds view={view} />}</AnswerView>
    </OpenDeskContext>
  );
}
