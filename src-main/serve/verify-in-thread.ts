// Asks a thread to verify the desk, and enters into the log that it was done.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { logReading } from '../records/log-reading.ts';
import type { Verified } from '../records/verify-desk.ts';
import type { DeskHost } from './desk-host.ts';
import type { DeskSession } from './desk-session.ts';
import { verifyPlace } from './verify-place.ts';

/** Problems: `desk_locked`, `not_allowed`, `database_…`; rejects when the thread breaks. */
export async function verifyInThread(host: DeskHost, session: DeskSession): Promise<Result<Verified, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, person, deskKey } = keys.value;
  const verified = await verifyPlace({ ...host.place(), deskKey });
  if (!verified.ok) return verified;
  const logged = logReading(desk, person, 'verified', '', { faults: verified.value.faults.length });
  return logged.ok ? ok(verified.value) : logged;
}
