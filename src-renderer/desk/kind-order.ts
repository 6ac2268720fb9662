// In which order the kinds of a desk stand everywhere: navigation, search, registers.

import { useMemo } from 'react';
import type { DeskKind } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { useKinds } from './kinds.ts';
import { useOpenDesk } from './session.ts';

/**
 * The kinds of this sort of desk: those made for it first, then those it shares, and last what other kinds lead to (a
 * to-do that a visit makes), the sheets that are written on pages of their own, and what serves the unit's own duties.
 */
export function kindsInOrder(kinds: readonly Kind[], deskKind: DeskKind): readonly Kind[] {
  const created = new Set(kinds.flatMap((kind) => kind.creations ?? []).map((creation) => creation.kind));
  const rank = (kind: Kind) =>
    (kind.standsLast ? 8 : 0) +
    (kind.sheet === undefined ? 0 : 4) +
    (created.has(kind.key) ? 2 : 0) +
    (kind.desks[0] === deskKind ? 0 : 1);
  return kinds.filter((kind) => kind.desks.includes(deskKind)).sort((one, other) => rank(one) - rank(other));
}

export function useKindsInOrder(): readonly Kind[] {
  const { deskKind } = useOpenDesk();
  const { all } = useKinds();
  return useMemo(() => kindsInOrder(all, deskKind), [all, deskKind]);
}

/** Those whose records are written on a form. */
export function useFormKinds(): readonly Kind[] {
  const kinds = useKindsInOrder();
  return useMemo(() => kinds.filter(({ sheet }) => sheet === undefined), [kinds]);
}
