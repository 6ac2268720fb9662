// What a backup says of itself: one folder with the desk's files as they were at one moment, and beside them this page,
// written last. A folder without it, or with files that are not as it says, is no backup.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';

/** In the order in which they are copied: whatever a record names is in the file that comes after it. */
export const backedUpFiles = ['desk.db', 'attachments.db', 'keyring.json'] as const;

export const manifestName = 'backup.json';
/** The folder of all backups inside the place a person chose. */
export const backupsFolder = 'case-desk-backups';
const version = 1;

const backedUpFile = z.object({
  name: z.enum(backedUpFiles),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const manifest = z.object({
  format: z.literal('case-desk backup'),
  version: z.literal(version),
  device: z.string().min(8).max(64),
  unitName: z.string().max(200),
  /** ms since 1970 by the clock of the desk. */
  at: z.int().min(0),
  changes: z.int().min(0),
  records: z.int().min(0),
  /** What the verification of the written copy found; a good backup has none. */
  faults: z.int().min(0),
  files: z.array(backedUpFile).length(backedUpFiles.length),
});
const anyVersion = z.object({ format: z.literal('case-desk backup'), version: z.int() });

export type BackupManifest = Readonly<z.infer<typeof manifest>>;

export function newManifest(facts: Omit<BackupManifest, 'format' | 'version'>): BackupManifest {
  return { format: 'case-desk backup', version, ...facts };
}

/** Problems: `backup_not_found`, `backup_newer`. */
export function readManifest(path: string, name: string): Result<BackupManifest, Problem> {
  try {
    const content: unknown = JSON.parse(readFileSync(join(path, manifestName), 'utf8'));
    const parsed = manifest.safeParse(content);
    if (parsed.success) return ok(parsed.data);
    const other = anyVersion.safeParse(content);
    if (other.success && other.data.version > version) return err({ code: 'backup_newer', facts: { name } });
    return err({ code: 'backup_damaged', facts: { name, file: manifestName } });
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    if (isAbsent) return err({ code: 'backup_not_found', facts: { path } });
    return err({ code: 'backup_damaged', facts: { name, file: manifestName } });
  }
}

/** `20250328-234000-ab12cd34`: sorts by time, and says which desk. */
export function backupName(at: number, device: string): string {
  const local = epochMsToLocal(at).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${local}-${device.slice(0, 8)}`;
}

export function bytesOf({ files }: BackupManifest): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
