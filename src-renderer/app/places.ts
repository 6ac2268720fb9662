// The places of the left navigation, in order; Alt and the digit go there.

import type { Role } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';

export type Place =
  | {
      readonly to:
        | '/'
        | '/tasks'
        | '/search'
        | '/registers'
        | '/reports'
        | '/conflicts'
        | '/delivery'
        | '/audit'
        | '/settings';
      readonly kind?: undefined;
    }
  | { readonly to: '/list/$kind'; readonly kind: Kind };

/** Who reads the log; everybody else is not shown the way to it. */
const auditReaders: readonly Role[] = ['auditor', 'security_administrator'];

/** @param kinds in their order
 *  @param roles of the person at the desk */
export function placesInOrder(kinds: readonly Kind[], roles: readonly Role[]): readonly Place[] {
  return [
    { to: '/' },
    { to: '/tasks' },
    ...kinds.map((kind) => ({ to: '/list/$kind', kind }) as const),
    { to: '/search' },
    { to: '/registers' },
    { to: '/reports' },
    { to: '/conflicts' },
    { to: '/delivery' },
    ...(roles.some((role) => auditReaders.includes(role)) ? [{ to: '/audit' } as const] : []),
    { to: '/settings' },
  ];
}

/** The digit that goes to a place by its position, if it is among the first nine. */
export function digitOf(position: number): string | undefined {
  return position < 9 ? String(position + 1) : undefined;
}
