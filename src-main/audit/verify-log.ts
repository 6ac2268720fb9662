// Checks the log line by line: every hash follows from what stands before it, no place is empty, and the log reaches as far
// as what was noted of it elsewhere. It changes nothing but the count of what it found.

import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { AuditFault } from '../../src-shared/contract/audit-views.ts';
import type { Reading } from '../database/database.ts';
import { auditHashAt, auditHead, auditRun } from '../stores/audit-query.ts';
import { auditStart, entryHash } from '../stores/audit-store.ts';
import type { LogNote } from './log-note.ts';

export type LogChecked = {
  readonly lines: number;
  readonly head: string;
  readonly faults: readonly AuditFault[];
  readonly vouchedTo: number | null;
};

export type CheckRun = {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null) => void;
};

/** Lines checked before anything else gets its turn. */
const atOnce = 5_000;
/** Faults told; more of them say no more. */
const mostFaults = 200;

/** @param notes what was written down elsewhere of where the log stood. Problem `job_cancelled`. */
export async function verifyLog(
  reading: Reading,
  notes: readonly LogNote[],
  { signal, progress }: CheckRun,
): Promise<Result<LogChecked, Problem>> {
  const last = auditHead(reading)?.seq ?? 0;
  const faults: AuditFault[] = [];
  let lines = 0;
  let before = { seq: 0, hash: auditStart };
  while (before.seq < last) {
    for (const row of auditRun(reading, before.seq, last, atOnce)) {
      if (row.seq !== before.seq + 1) faults.push({ fault: 'missing', from: before.seq + 1, to: row.seq - 1 });
      else if (row.hash !== entryHash(before.hash, row)) faults.push({ fault: 'does_not_follow', line: row.seq });
      before = row;
      lines += 1;
    }
    progress(lines, last);
    await setImmediate();
    if (signal.aborted) return err({ code: 'job_cancelled' });
  }
  const kept = notes.filter((note) => auditHashAt(reading, note.line) === note.hash);
  for (const { line, at, noted } of notes.filter((note) => !kept.includes(note)))
    faults.push({ fault: 'cut_off', last, to: line, at, noted });
  const vouchedTo = kept.length === 0 ? null : Math.max(...kept.map(({ line }) => line));
  return ok({ lines, head: before.hash, faults: faults.slice(0, mostFaults), vouchedTo });
}
