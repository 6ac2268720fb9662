// The places of the left navigation, in order; Alt and the digit go there.

import type { DeskKind } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';

export type Place =
  | { readonly to: '/' | '/tasks' | '/search' | '/registers' | '/delivery' | '/settings'; readonly kind?: undefined }
  | { readonly to: '/list/$kind'; readonly kind: Kind };

/** Kinds made for this sort of desk first, then the others it may hold. */
export function kindsInOrder(kinds: readonly Kind[], deskKind: DeskKind): readonly Kind[] {
  const isOwn = (kind: Kind) => kind.desks.includes(deskKind);
  return [...kinds.filter(isOwn), ...kinds.filter((kind) => !isOwn(kind))];
}

export function placesInOrder(kinds: readonly Kind[], deskKind: DeskKind): readonly Place[] {
  const own = kindsInOrder(kinds, deskKind).filter((kind) => kind.desks.includes(deskKind));
  return [
    { to: '/' },
    { to: '/tasks' },
    ...own.map((kind) => ({ to: '/list/$kind', kind }) as const),
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
