// Verifies the log for a person: against itself, and against every note of it that is kept elsewhere.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { AuditVerifiedView } from '../../src-shared/contract/audit-views.ts';
import { auditReaders } from '../../src-shared/contract/permissions.ts';
import { needRole } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import { logReading } from '../records/log-reading.ts';
import type { Person } from '../records/people.ts';
import { readLogNote } from './log-note.ts';
import { type CheckRun, type LogChecked, verifyLog } from './verify-log.ts';

/** Problems: `not_allowed`, `job_cancelled`, those of the disk. */
export async function checkLog(
  desk: Desk,
  person: Person,
  directory: string,
  run: CheckRun,
): Promise<Result<AuditVerifiedView, Problem>> {
  const allowed = needRole(person, auditReaders);
  if (!allowed.ok) return allowed;
  const checked = await verifyAgainstNote(desk, directory, run);
  if (!checked.ok) return checked;
  const { lines, faults } = checked.value;
  const logged = logReading(desk, person, 'log_verified', '', { lines, faults: faults.length });
  return logged.ok ? ok(checked.value) : logged;
}

/** The log held against what was noted of it beside the database. Problem `job_cancelled`. */
export function verifyAgainstNote(desk: Desk, directory: string, run: CheckRun): Promise<Result<LogChecked, Problem>> {
  const note = readLogNote(desk, directory);
  return verifyLog(desk, note === null ? [] : [note], run);
}
