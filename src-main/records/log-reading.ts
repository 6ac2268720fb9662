// What is looked at and must be known later: records marked 敏感, papers with full names and numbers. What cannot be logged is
// not shown.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { AuditAction } from '../../src-shared/records/audit-actions.ts';
import { type AuditEntry, appendAudit } from '../stores/audit-store.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';

export function logReading(
  desk: Desk,
  person: Person,
  action: AuditAction,
  record: string,
  detail: AuditEntry['detail'] = {},
): Result<null, Problem> {
  return desk.database.write((writing) => {
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action, record, detail });
    return ok(null);
  });
}
