// The record kinds and code lists, as the service declares them; the window knows none by itself.

import { useMemo } from 'react';
import type { KindsView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Words } from '../../src-shared/records/words.ts';
import type { State } from '../../src-shared/records/workflow.ts';
import { useAsk } from './use-ask.ts';
import { useDesk } from './use-desk.ts';

export type Kinds = {
  readonly all: readonly Kind[];
  readonly byKey: (key: string) => Kind | undefined;
  readonly state: (kind: string, status: string) => State | undefined;
  /** Words of a code, or undefined when this desk does not know the list or the code. */
  readonly codeWords: (list: string, code: string) => Words | undefined;
  readonly codes: (list: string) => readonly { readonly code: string; readonly label: Words }[];
};

export function createKinds(view: KindsView): Kinds {
  const byKey = new Map(view.kinds.map((kind) => [kind.key, kind]));
  return {
    all: view.kinds,
    byKey: (key) => byKey.get(key),
    state: (kind, status) => byKey.get(kind)?.states[status],
    codeWords: (list, code) => view.codeLists[list]?.[code],
    codes: (list) => Object.entries(view.codeLists[list] ?? {}).map(([code, label]) => ({ code, label })),
  };
}

const noKinds = createKinds({ kinds: [], codeLists: {} });

/** The kinds; empty for the moment before the service has answered (the frame waits for it). */
export function useKinds(): Kinds {
  const { queries } = useDesk();
  const { data } = useAsk(queries.kinds.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  return useMemo(() => (data === undefined ? noKinds : createKinds(data)), [data]);
}
