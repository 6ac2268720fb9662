// The period of a register, as its address says it.

import { z } from 'zod';
import { isoDate } from '../../src-shared/contract/inputs.ts';

const registerSearch = z.object({ from: isoDate.optional().catch(undefined), to: isoDate.optional().catch(undefined) });

export type RegisterSearch = z.infer<typeof registerSearch>;

export function parseRegisterSearch(search: Readonly<Record<string, unknown>>): RegisterSearch {
  return registerSearch.parse(search);
}
