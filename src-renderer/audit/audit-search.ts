// What the log is filtered by, as the page's address says it.

import type { z } from 'zod';
import { auditFilter } from '../../src-shared/contract/audit-inputs.ts';

const { account, action, record, from, to } = auditFilter.shape;
const auditSearch = auditFilter.extend({
  account: account.catch(undefined),
  action: action.catch(undefined),
  record: record.catch(undefined),
  from: from.catch(undefined),
  to: to.catch(undefined),
});

export type AuditSearch = z.infer<typeof auditSearch>;

export function parseAuditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  return auditSearch.parse(search);
}
