// The record kinds and code lists, as the service declares them; the window knows none by itself.

import { createContext, useContext } from 'react';
import { assert } from '../../src-shared/base/assert.ts';
import type { KindsView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Words } from '../../src-shared/records/words.ts';
import type { State } from '../../src-shared/records/workflow.ts';

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

export const KindsContext = createContext<Kinds | null>(null);

/** The kinds of the open desk; they are there before the frame is drawn. */
export function useKinds(): Kinds {
  const kinds = useContext(KindsContext);
  assert(kinds !== null, 'useKinds outside the open desk');
  return kinds;
}
