// The places of the left navigation, in order; Alt and the digit go there.

import { isPermitted, type Permission, permissions } from '../../src-shared/contract/permissions.ts';
import type { Role } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';

export type Place =
  | {
      readonly to:
        | '/'
        | '/tasks'
        | '/search'
        | '/custody'
        | '/registers'
        | '/reports'
        | '/conflicts'
        | '/delivery'
        | '/privacy'
        | '/audit'
        | '/settings';
      readonly kind?: undefined;
    }
  | { readonly to: '/list/$kind'; readonly kind: Kind };

/** What a place is for; who may not call that is not shown the way there. */
const needs: Readonly<Record<Place['to'], Permission>> = {
  '/': permissions.today.board,
  '/tasks': permissions.records.list,
  '/list/$kind': permissions.records.list,
  '/search': permissions.records.find,
  '/custody': permissions.custody.places,
  '/registers': permissions.registers.rows,
  '/reports': permissions.reports.definitions,
  '/conflicts': permissions.conflicts.inbox,
  '/delivery': permissions.delivery.counters,
  '/privacy': [...permissions.privacy.find, ...permissions.privacy.setRetention],
  '/audit': permissions.audit.page,
  '/settings': permissions.settings.setPersonal,
};

/** @param kinds in their order
 *  @param roles of the person at the desk */
export function placesInOrder(kinds: readonly Kind[], roles: readonly Role[]): readonly Place[] {
  const places: readonly Place[] = [
    { to: '/' },
    { to: '/tasks' },
    ...kinds.map((kind) => ({ to: '/list/$kind', kind }) as const),
    { to: '/search' },
    ...(kinds.some(({ custody }) => custody !== undefined) ? [{ to: '/custody' } as const] : []),
    { to: '/registers' },
    { to: '/reports' },
    { to: '/conflicts' },
    { to: '/delivery' },
    { to: '/privacy' },
    { to: '/audit' },
    { to: '/settings' },
  ];
  return places.filter(({ to }) => isPermitted(needs[to], roles));
}

/** The digit that goes to a place by its position, if it is among the first nine. */
export function digitOf(position: number): string | undefined {
  return position < 9 ? String(position + 1) : undefined;
}
