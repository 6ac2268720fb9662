// How often this desk was opened, counted inside its database and once more beside it: a database that knows of fewer
// openings than the file beside it was put back from a copy, and must not go on as if nothing had happened since.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../../src-node/files/write-durably.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Reading, Writing } from '../database/database.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import { fileProblem } from '../trust/file-problem.ts';

const settingName = 'life';
const lifeSetting = z.object({ openings: z.int() });
const restoredFrom = z.object({
  /** Name of the backup; empty when somebody copied the file by hand. */
  backup: z.string().max(200),
  /** ms since 1970 by the clock of the desk that made it; null when nobody knows. */
  madeAt: z.int().nullable(),
  /** Folder of the files that were there before, still readable in part; empty when there were none. */
  aside: z.string().default(''),
});
const lifeFile = z.object({ openings: z.int(), restored: restoredFrom.nullable() });

export type RestoredFrom = Readonly<z.infer<typeof restoredFrom>>;

function lifePath(directory: string): string {
  return join(directory, 'desk-life.json');
}

/** Marks a desk that was just put in place from a backup. Problems: `disk_…`. */
export function markRestored(directory: string, restored: RestoredFrom): Result<null, Problem> {
  return writeLife(directory, { openings: 0, restored });
}

/** What this database was put back from; null when it is the one that was open here last. */
export function restoredSince(directory: string, reading: Reading): RestoredFrom | null {
  const beside = readLife(directory);
  if (beside === null) return null;
  if (beside.restored !== null) return beside.restored;
  return openingsOf(reading) < beside.openings ? { backup: '', madeAt: null, aside: '' } : null;
}

export function countOpening(writing: Writing): void {
  writeSetting(writing, settingName, { openings: openingsOf(writing) + 1 });
}

/** After the count inside is on the disk: a crash in between leaves the file behind, which means nothing. */
export function noteOpening(directory: string, reading: Reading): Result<null, Problem> {
  return writeLife(directory, { openings: openingsOf(reading), restored: null });
}

function openingsOf(reading: Reading): number {
  const stored = lifeSetting.safeParse(readSetting(reading, settingName));
  return stored.success ? stored.data.openings : 0;
}

/** A file that is missing or damaged says nothing. */
function readLife(directory: string): z.infer<typeof lifeFile> | null {
  try {
    const parsed = lifeFile.safeParse(JSON.parse(readFileSync(lifePath(directory), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function writeLife(directory: string, life: z.infer<typeof lifeFile>): Result<null, Problem> {
  try {
    writeDurably(lifePath(directory), `${JSON.stringify(life)}\n`);
    return ok(null);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}
