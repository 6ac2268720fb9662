// The places of the left navigation, in order; Alt and the digit go there.

import type { DeskKind } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';

export type Place =
  | { readonly to: '/' | '/tasks' | '/search' | '/registers' | '/delivery' | '/settings'; readonly kind?: undefined }
  | { readonly to: '/list/$kind'; readonly kind: Kind };

/**
 * The kinds of this sort of desk: those made for it first, then those it shares, and last what other kinds lead to (a
 * to-do that a visit makes).
 */
export function kindsInOrder(kinds: readonly Kind[], deskKind: DeskKind): readonly Kind[] {
  const created = new Set(kinds.flatMap((kind) => kind.creations ?? []).map((creation) => creation.kind));
  const rank = (kind: Kind) => (created.has(kind.key) ? 2 : 0) + (kind.desks[0] === deskKind ? 0 : 1);
  return kinds.filter((kind) => kind.desks.includes(deskKind)).sort((one, other) => rank(one) - rank(other));
}

export function placesInOrder(kinds: readonly Kind[], deskKind: DeskKind): readonly Place[] {
  return [
    { to: '/' },
    { to: '/tasks' },
    ...kindsInOrder(kinds, deskKind).map((kind) => ({ to: '/list/$kind', kind }) as const),
    { to: '/search' },
    { to: '/registers' },
    { to: '/delivery' },
    { to: '/settings' },
  ];
}

/** The digit that goes to a place by its position, if it is among the first nine. */
export function digitOf(position: number): string | undefined {
  return position < 9 ? String(position + 1) : undefined;
}
