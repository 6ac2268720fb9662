// What the desk holds, in numbers that add up: for `case-desk stats` and for support, without anything of a record.

import {
  countAuditLines,
  countBlobs,
  countChanges,
  countRecords,
  countUndelivered,
  type KindCount,
} from '../stores/statistics-store.ts';
import type { Desk } from './desk.ts';

export type DeskStatistics = {
  readonly records: { readonly total: number; readonly byStatus: readonly KindCount[] };
  readonly changes: { readonly total: number; readonly bytes: number; readonly undelivered: number };
  readonly attachments: { readonly total: number; readonly bytes: number };
  readonly auditLines: number;
};

/** People's own records (accounts) are counted like any other kind. */
export function deskStatistics({ database, attachments }: Desk): DeskStatistics {
  return database.snapshot((reading) => {
    const byStatus = countRecords(reading);
    const { count, bytes } = countChanges(reading);
    const blobs = countBlobs(attachments.reading);
    return {
      records: { total: byStatus.reduce((sum, row) => sum + row.count, 0), byStatus },
      changes: { total: count, bytes, undelivered: countUndelivered(reading) },
      attachments: { total: blobs.count, bytes: blobs.bytes },
      auditLines: countAuditLines(reading),
    };
  });
}
