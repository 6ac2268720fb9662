// A look at an open desk: everything in it verified, its attachments, its clock, its backups; in words, and with what can be
// done about each.

import { assertNever } from '../../src-shared/base/assert.ts';
import type { FindingView } from '../../src-shared/contract/repair-views.ts';
import { isDoubtful } from '../../src-shared/sync/desk/clock-evidence.ts';
import { backupStatus } from '../backups/backup-views.ts';
import { databaseProblem } from '../database/database-problem.ts';
import type { Desk } from '../records/desk.ts';
import { type DeskFault, type FaultKind, findFaults } from '../records/verify-desk.ts';
import { latestOffset } from '../stores/clock-store.ts';
import { bad, examineFiles, warning } from './examine-files.ts';
import { missingAttachments } from './missing-attachments.ts';

const kinds: readonly FaultKind[] = ['pages', 'chains', 'projections', 'log'];

/** @param directory where the desk lies */
export function examineDesk(desk: Desk, directory: string): readonly FindingView[] {
  const faults = readableFaults(desk);
  return [
    ...examineFiles(directory, desk.tools.now()),
    ...kinds.flatMap((kind) => ofKind(kind, faults)),
    ...attachments(desk),
    ...clock(desk),
    ...(backupStatus(desk, directory).stale ? [warning({ code: 'repair_backup_old' }, null)] : []),
  ];
}

/** A damaged page may end the look before anything else is found. */
function readableFaults(desk: Desk): readonly DeskFault[] {
  try {
    return findFaults(desk);
  } catch (error) {
    if (databaseProblem(error) === null) throw error;
    const found = [...desk.database.integrityFaults(), ...desk.attachments.integrityFaults()];
    const texts = found.length > 0 ? found : ['a page does not read'];
    return texts.map((text) => ({ kind: 'pages', text }));
  }
}

function ofKind(kind: FaultKind, faults: readonly DeskFault[]): readonly FindingView[] {
  const count = faults.filter((fault) => fault.kind === kind).length;
  return count === 0 ? [] : [finding(kind, count)];
}

function finding(kind: FaultKind, count: number): FindingView {
  const facts = { count };
  switch (kind) {
    case 'pages':
      return bad({ code: 'repair_pages', facts }, 'restore');
    case 'chains':
      return bad({ code: 'repair_chains', facts }, 'restore');
    case 'projections':
      return bad({ code: 'repair_projections', facts }, 'rebuild');
    case 'attachments':
      return bad({ code: 'repair_attachments', facts }, 'attachments');
    case 'log':
      return bad({ code: 'repair_log', facts }, null);
    default:
      return assertNever(kind, 'kind of fault');
  }
}

/** What other desks wrote and the centre has not passed on yet is on its way and not lost. */
function attachments(desk: Desk): readonly FindingView[] {
  const missing = missingAttachments(desk);
  if (missing.length === 0) return [];
  const isLost = missing.some(({ state }) => state === 'confirmed' || state === 'refused');
  const problem = { code: 'repair_attachments', facts: { count: missing.length } } as const;
  return [isLost ? bad(problem, 'attachments') : warning(problem, 'attachments')];
}

function clock({ database }: Desk): readonly FindingView[] {
  const offset = latestOffset(database.reading);
  if (offset === null || !isDoubtful(offset)) return [];
  const facts = { minutes: Math.round(Math.abs(offset.offset) / 60_000) };
  return [warning({ code: 'repair_clock_doubtful', facts }, null)];
}
