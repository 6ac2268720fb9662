// What a register shows, as its address says it: filters, the order of a column, groups.

import { z } from 'zod';
import { type RegisterQuery, registerOrder } from '../../src-shared/contract/register-inputs.ts';
import { type ListSearch, parseListSearch } from '../components/list-search.ts';

const own = z.object({
  order: registerOrder.optional().catch(undefined),
  group: z.int().min(0).max(99).optional().catch(undefined),
});

export type RegisterSearch = ListSearch & z.infer<typeof own>;

export function parseRegisterSearch(search: Readonly<Record<string, unknown>>): RegisterSearch {
  const { order, group } = own.parse(search);
  return {
    ...parseListSearch(search),
    ...(order === undefined ? {} : { order }),
    ...(group === undefined ? {} : { group }),
  };
}

/** What is asked of the desk; by time, oldest first, as registers are kept. */
export function registerQueryOf(kind: string, search: RegisterSearch): Omit<RegisterQuery, 'profile'> {
  return { kind, ...search, where: search.where ?? [], sort: { by: 'occurredAt', direction: 'asc' } };
}
