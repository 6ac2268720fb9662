// Takes lines past their time out of the log, never silently: first they lie in a file, durable and read back from the disk;
// then, in one transaction, an anchor says where they are, a line of the log tells of it, and they go. A stop before that
// transaction leaves the log as it was.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { auditReaders } from '../../src-shared/contract/permissions.ts';
import { needRole } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import { anchorFacts, signAnchor } from '../records/log-anchor.ts';
import type { Person } from '../records/people.ts';
import { appendAudit, auditBase } from '../stores/audit-store.ts';
import { archiveLines, oldLines } from '../stores/log-anchor-store.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { verifyAgainstNote } from './check-log.ts';
import { linesBetween } from './export-log.ts';
import { keptSince } from './log-keeping.ts';
import { writeLogNote } from './log-note.ts';
import type { CheckRun } from './verify-log.ts';
import { type WrittenArchive, writeArchive } from './write-archive.ts';

export type ArchivedLog = {
  readonly path: string;
  readonly first: number;
  readonly last: number;
  readonly lines: number;
  readonly sha256: string;
};

export type ArchiveRequest = {
  /** The desk's own directory. */
  readonly directory: string;
  /** Where the file goes; empty for the desk's own folder. */
  readonly folder: string;
};

type Lines = { readonly first: number; readonly last: number };

/** Folder in the desk's directory where archives lie unless another is named. */
const ownArchives = 'log-archive';

/** Problems: `not_allowed`, `log_nothing_old`, `log_unsound`, `log_archive_…`, `job_cancelled`, those of the disk. */
export async function archiveLog(
  desk: Desk,
  person: Person,
  request: ArchiveRequest,
  run: CheckRun,
): Promise<Result<ArchivedLog, Problem>> {
  const allowed = needRole(person, auditReaders);
  if (!allowed.ok) return allowed;
  const { reading } = desk.database;
  const old = oldLines(reading, keptSince(desk, reading));
  if (old === null) return err({ code: 'log_nothing_old' });
  const sound = await soundLog(desk, request.directory, run);
  if (!sound.ok) return sound;
  const made = await linesBetween(reading, old, run);
  if (!made.ok) return made;
  const folder = archiveFolder(request);
  if (!folder.ok) return folder;
  const path = join(folder.value, nameOf(old));
  const written = writeArchive(path, new TextEncoder().encode(made.value.join('')));
  if (!written.ok) return written;
  const removed = removeArchived(desk, person, written.value);
  if (!removed.ok) return removed;
  writeLogNote(desk, request.directory);
  return ok({ path, ...old, lines: old.last - old.first + 1, sha256: written.value.sha256 });
}

/** What was tampered with stays in the log, where it can be seen. */
async function soundLog(desk: Desk, directory: string, run: CheckRun): Promise<Result<null, Problem>> {
  const checked = await verifyAgainstNote(desk, directory, run);
  if (!checked.ok) return checked;
  const { faults } = checked.value;
  return faults.length === 0 ? ok(null) : err({ code: 'log_unsound', facts: { faults: faults.length } });
}

function archiveFolder({ directory, folder }: ArchiveRequest): Result<string, Problem> {
  if (folder !== '') {
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? ok(folder) : err({ code: 'log_archive_folder', facts: { path: folder } });
  }
  const own = join(directory, ownArchives);
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return ok(own);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem !== null) return err(problem);
    throw error;
  }
}

/** `case-desk-log-000000001-000012345.ndjson`: archives sort in their order. */
function nameOf({ first, last }: Lines): string {
  return `case-desk-log-${String(first).padStart(9, '0')}-${String(last).padStart(9, '0')}.ndjson`;
}

/** The anchor holds what was read back from the file; the database refuses it where the log says otherwise. */
function removeArchived(desk: Desk, person: Person, { read, sha256 }: WrittenArchive): Result<number, Problem> {
  const at = desk.tools.now();
  const account = person.id;
  return desk.database.write((writing) => {
    // Somebody else has archived these lines meanwhile.
    if (auditBase(writing).seq + 1 !== read.first) return err({ code: 'log_nothing_old' });
    const facts = { ...read, file: sha256 };
    const detail = anchorFacts(facts);
    const logged = appendAudit(writing, { at, account, action: 'log_archived', record: '', detail });
    return ok(archiveLines(writing, signAnchor(desk, { ...facts, at, account, logged })));
  });
}
