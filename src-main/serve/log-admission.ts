// Enters into the log that somebody has come in, by password or by a recovery code, and before it every refused attempt that
// the keyring has kept since the last one.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { auditAccounts } from '../../src-shared/records/audit-actions.ts';
import type { Desk } from '../records/desk.ts';
import { type AuditEntry, appendAudit } from '../stores/audit-store.ts';
import type { Keyring } from '../trust/keyring.ts';

export async function logAdmission(
  desk: Desk,
  keyring: Keyring,
  account: string,
  action: 'sign_in' | 'person_recovered',
  detail: AuditEntry['detail'] = {},
): Promise<Result<null, Problem>> {
  const refusals = keyring.refusals();
  const logged = desk.database.write((writing) => {
    for (const refusal of refusals) {
      const refused = refusal.account === auditAccounts.recovery ? 'recovery_refused' : 'sign_in_refused';
      appendAudit(writing, { ...refusal, action: refused, record: '', detail: {} });
    }
    appendAudit(writing, { at: desk.tools.now(), account, action, record: '', detail });
    return ok(null);
  });
  return logged.ok ? keyring.forgetRefusals(refusals.length) : logged;
}
