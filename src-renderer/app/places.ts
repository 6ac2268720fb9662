// The places of the left navigation, in order; Alt and the digit go there.

import type { Kind } from '../../src-shared/records/kind.ts';

export type Place =
  | {
      readonly to: '/' | '/tasks' | '/search' | '/registers' | '/conflicts' | '/delivery' | '/settings';
      readonly kind?: undefined;
    }
  | { readonly to: '/list/$kind'; readonly kind: Kind };

/** @param kinds in their order */
export function placesInOrder(kinds: readonly Kind[]): readonly Place[] {
  return [
    { to: '/' },
    { to: '/tasks' },
    ...kinds.map((kind) => ({ to: '/list/$kind', kind }) as const),
    { to: '/search' },
    { to: '/registers' },
    { to: '/conflicts' },
    { to: '/delivery' },
    { to: '/settings' },
  ];
}

/** The digit that goes to a place by its position, if it is among the first nine. */
export function digitOf(position: number): string | undefined {
  return position < 9 ? String(position + 1) : undefined;
}
