// Counts and sizes of what the desk holds; each by an index or a whole count, for maintenance and not for pages.

import type { Reading } from '../database/database.ts';
import { statement } from '../database/statement.ts';

type None = Record<never, never>;
export type KindCount = { readonly kind: string; readonly status: string; readonly count: number };

const recordsByStatus = statement<None, KindCount>(
  'select kind, status, count(*) as count from record group by kind, status order by kind, status',
);
const changes = statement<None, { count: number; bytes: number }>(
  'select count(*) as count, coalesce(sum(length(header) + length(body)), 0) as bytes from change',
);
const undelivered = statement<None, { count: number }>('select count(*) as count from outbox');
const auditLines = statement<None, { count: number }>('select count(*) as count from audit');
const blobs = statement<None, { count: number; bytes: number }>(
  'select count(*) as count, coalesce(sum(size), 0) as bytes from blob',
);

export function countRecords(reading: Reading): readonly KindCount[] {
  return reading.all(recordsByStatus, {});
}

/** Bytes of what was written, not of the pages it lies on. */
export function countChanges(reading: Reading): { readonly count: number; readonly bytes: number } {
  return reading.first(changes, {}) ?? { count: 0, bytes: 0 };
}

export function countUndelivered(reading: Reading): number {
  return reading.first(undelivered, {})?.count ?? 0;
}

export function countAuditLines(reading: Reading): number {
  return reading.first(auditLines, {})?.count ?? 0;
}

/** Reads the attachments' database. */
export function countBlobs(attachments: Reading): { readonly count: number; readonly bytes: number } {
  return attachments.first(blobs, {}) ?? { count: 0, bytes: 0 };
}
