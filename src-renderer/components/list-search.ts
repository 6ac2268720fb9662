// What a list shows, as its address says it: filters and order. Whatever does not fit is left out, so that an old or
// mistyped address still shows a list.

import { z } from 'zod';
import { accountId, filter, isoDate, key, sort } from '../../src-shared/contract/inputs.ts';

const fields = {
  where: z.array(filter).max(20).optional().catch(undefined),
  statuses: z.array(key).max(50).optional().catch(undefined),
  from: isoDate.optional().catch(undefined),
  to: isoDate.optional().catch(undefined),
  officer: accountId.optional().catch(undefined),
  /** Only the records behind this figure of a report. */
  figure: z.string().max(200).optional().catch(undefined),
  sort: sort.optional().catch(undefined),
};

const listSearch = z.object(fields);

export type ListSearch = z.infer<typeof listSearch>;
export type ListSort = NonNullable<ListSearch['sort']>;

export const defaultSort: ListSort = { by: 'occurredAt', direction: 'desc' };

export function parseListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  return withoutEmpty(listSearch.parse(search));
}

/** The same without filters that filter nothing, so that addresses stay short. */
export function withoutEmpty(search: ListSearch): ListSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

export function isFiltered(search: ListSearch): boolean {
  return Object.keys(withoutEmpty({ ...search, sort: undefined })).length > 0;
}
