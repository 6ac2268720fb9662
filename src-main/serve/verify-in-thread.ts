// Asks a thread to verify the desk, and enters into the log that it was done.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { needRole } from '../records/access.ts';
import { logReading } from '../records/log-reading.ts';
import type { Verified } from '../records/verify-desk.ts';
import type { DeskHost } from './desk-host.ts';
import type { DeskSession } from './desk-session.ts';

/** Problems: `desk_locked`, `not_allowed`, `database_…`; rejects when the thread breaks. */
export async function verifyInThread(host: DeskHost, session: DeskSession): Promise<Result<Verified, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, person, deskKey } = keys.value;
  const allowed = needRole(person, ['head', 'system_administrator', 'security_administrator', 'auditor']);
  if (!allowed.ok) return allowed;
  const verified = await runThread({ ...host.place(), deskKey });
  if (!verified.ok) return verified;
  const logged = logReading(desk, person, 'verified', '', { faults: verified.value.faults.length });
  return logged.ok ? ok(verified.value) : logged;
}

/** The thread gets a copy of the key, which it wipes itself. */
function runThread(workerData: { readonly directory: string; readonly machine: string; readonly deskKey: Uint8Array }) {
  const worker = new Worker(new URL('./verify-desk-worker.ts', import.meta.url), { workerData });
  return new Promise<Result<Verified, Problem>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`verification ended early (${code})`)));
  });
}
