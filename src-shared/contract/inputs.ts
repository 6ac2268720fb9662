// Shapes of what the window may send, with limits: everything from outside is parsed here before any handler sees it.

import { z } from 'zod';
import { isIsoDate } from '../records/dates/iso-date.ts';

export const limits = {
  /** Bytes of one attachment; larger files are refused before they are read. */
  attachmentBytes: 50 * 1024 * 1024,
  /** Code points of one text field unless its declaration says less. */
  textCodePoints: 20_000,
  /** Paths in one save. */
  patchPaths: 5_000,
  pageRows: 500,
  queryCodePoints: 100,
} as const;

export const accountId = z.string().min(1).max(64);
export const recordId = z.string().min(1).max(64);
export const kindKey = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
export const key = z.string().regex(/^[a-z0-9_-]{1,64}$/);
export const fieldPath = z.string().min(1).max(400);
export const changeId = z.string().regex(/^[0-9a-f]{64}$/);
export const heads = z.array(changeId).max(64);
export const password = z.string().min(1).max(256);
/** A day there is: `2025-02-30` is refused here and not asserted later. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text): boolean => isIsoDate(text));

/** JSON as it arrives; the record engine checks it against the kind's declaration. */
export const content = z.record(z.string().max(400), z.unknown());

export const filter = z.object({
  path: fieldPath,
  values: z
    .array(z.union([z.string().max(200), z.boolean()]))
    .min(1)
    .max(50),
});
export const sort = z.object({
  by: z.enum(['occurredAt', 'updatedAt', 'number', 'title', 'due']),
  direction: z.enum(['asc', 'desc']),
});
export const listQuery = z.object({
  kind: kindKey,
  where: z.array(filter).max(20).default([]),
  statuses: z.array(key).max(50).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  officer: accountId.optional(),
  /** Only the records behind this figure of a report, as `figureRefText` writes it. */
  figure: z.string().max(200).optional(),
  sort: sort.default({ by: 'occurredAt', direction: 'desc' }),
});
export const page = z.object({
  /** Opaque position after which the page begins (keyset). */
  after: z.string().max(1_000).optional(),
  /** Rows to skip, for a jump of the scroll bar; `after` is cheaper. */
  offset: z.int().min(0).max(10_000_000).optional(),
  limit: z.int().min(1).max(limits.pageRows).default(100),
});
export const findQuery = z.object({
  text: z.string().max(limits.queryCodePoints * 2),
  kind: kindKey.optional(),
  statuses: z.array(key).max(50).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  officer: accountId.optional(),
  limit: z.int().min(1).max(100).default(30),
});

/** How the columns of a ledger become fields; the paths are checked against the kind. */
export const importMapping = z.object({
  columns: z.record(z.string().max(6), z.array(z.string().min(1).max(400)).min(1).max(2)),
  fixed: z.record(z.string().max(400), z.string().max(2_000)),
});

export const unit = z.object({
  /** Full name, as on the seal: 永康市公安局方岩派出所. */
  name: z.string().trim().min(1).max(100),
  /** Organisation code used in exchange with the centre. */
  code: z.string().trim().min(1).max(32),
  /** Short name in record numbers: 方岩所. */
  shortName: z.string().trim().min(1).max(20),
  phone: z.string().trim().max(40).default(''),
  address: z.string().trim().max(200).default(''),
});
/** From a quarter of an hour to a week; null: never by itself. */
export const closeAfterMinutes = z.int().min(15).max(10_080).nullable();
export const deskKind = z.enum(['police', 'community']);
export const role = z.enum([
  'recorder',
  'reviewer',
  'head',
  'system_administrator',
  'security_administrator',
  'auditor',
]);
export const newPerson = z.object({
  name: z.string().trim().min(1).max(50),
  /** Police or staff number. */
  staffNumber: z.string().trim().max(32).default(''),
  residentId: z.string().trim().max(18).default(''),
  roles: z.array(role).min(1).max(6),
});
/** Only what is given changes; a default here would empty what nobody named. */
export const personChange = z.object({
  id: accountId,
  name: newPerson.shape.name.optional(),
  staffNumber: z.string().trim().max(32).optional(),
  residentId: z.string().trim().max(18).optional(),
  roles: newPerson.shape.roles.optional(),
  enabled: z.boolean().optional(),
});
export const personalSettings = z.object({
  language: z.enum(['zh', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  textSize: z.enum(['normal', 'large', 'larger']),
});
