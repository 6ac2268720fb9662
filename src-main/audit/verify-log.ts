// Checks the log line by line: every hash follows from what stands before it (its beginning from the anchor of what was
// archived), no place is empty, and the log reaches as far as what was noted of it elsewhere. It changes nothing but the count of what it found.

import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { AuditFault } from '../../src-shared/contract/audit-views.ts';
import type { Desk } from '../records/desk.ts';
import { anchorFaults } from '../records/log-anchor.ts';
import { auditHashAt, auditHead, auditRun } from '../stores/audit-query.ts';
import { auditBase, entryHash } from '../stores/audit-store.ts';
import type { LogNote } from './log-note.ts';

export type LogChecked = {
  readonly lines: number;
  readonly head: string;
  readonly faults: readonly AuditFault[];
  readonly vouchedTo: number | null;
  /** The last line that lies in an archive; 0 when none does. */
  readonly archivedTo: number;
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
  desk: Pick<Desk, 'database' | 'device'>,
  notes: readonly LogNote[],
  { signal, progress }: CheckRun,
): Promise<Result<LogChecked, Problem>> {
  const { reading } = desk.database;
  const last = auditHead(reading)?.seq ?? 0;
  const base = auditBase(reading);
  const faults: AuditFault[] = anchorFaults(desk, reading).map((found) => ({ fault: 'archive', ...found }));
  let lines = 0;
  let before = base;
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
  // A note of a line inside an archive says nothing of what is here; the anchor vouches for that line.
  for (const { line, at, noted } of notes.filter((note) => !kept.includes(note) && note.line >= base.seq))
    faults.push({ fault: 'cut_off', last, to: line, at, noted });
  const vouchedTo = kept.length === 0 ? null : Math.max(...kept.map(({ line }) => line));
  return ok({ lines, head: before.hash, faults: faults.slice(0, mostFaults), vouchedTo, archivedTo: base.seq });
}
