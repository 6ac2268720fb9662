// What may be asked of the log.

import { z } from 'zod';
import { accountId, isoDate } from './inputs.ts';

export const auditFilter = z.object({
  account: accountId.optional(),
  action: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  /** Id of a record, or its number as printed. */
  record: z.string().trim().min(1).max(100).optional(),
  /** Local dates, inclusive. */
  from: isoDate.optional(),
  to: isoDate.optional(),
});

export const auditPage = auditFilter.extend({
  after: z.int().min(1).optional(),
  limit: z.int().min(1).max(500).default(100),
});

/** CSV for reading, with the filters; NDJSON for verifying: whole and unbroken from one day to another. */
export const auditExport = auditFilter.extend({ format: z.enum(['csv', 'ndjson']) });

/** The folder by its absolute path. */
export const auditArchive = z.object({ folder: z.string().trim().max(1_000).default('') });

export type AuditFilter = z.infer<typeof auditFilter>;
export type AuditExport = z.infer<typeof auditExport>;
