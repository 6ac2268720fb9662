// What the window may ask of registers: which lines, in which order, for whose eyes, in which kind of file.

import { z } from 'zod';
import { listQuery } from './inputs.ts';

/** For whose eyes: the unit itself (in full, for a reason), its superiors (masked), everybody (only what is public). */
export const registerProfile = z.enum(['internal', 'superior', 'public']);
export type RegisterProfile = z.output<typeof registerProfile>;

const column = z.int().min(0).max(99);

/** By one column of the register, counted from 0: as words in pinyin or by strokes, or as dates and numbers stand. */
export const registerOrder = z.object({
  column,
  as: z.enum(['pinyin', 'strokes', 'value']).default('value'),
  direction: z.enum(['asc', 'desc']).default('asc'),
});
export type RegisterOrder = z.output<typeof registerOrder>;

export const registerQuery = listQuery.extend({
  sort: listQuery.shape.sort.default({ by: 'occurredAt', direction: 'asc' }),
  order: registerOrder.optional(),
  /** Lines with the same text in this column stand together, each group with its count and sums. */
  group: column.optional(),
  profile: registerProfile.default('superior'),
});
export type RegisterQuery = z.output<typeof registerQuery>;

export const registerFormat = z.enum(['xlsx', 'csv', 'pdf']);
export type RegisterFormat = z.output<typeof registerFormat>;

export const registerExport = registerQuery.extend({
  format: registerFormat,
  /** Of a CSV file only. */
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  /** Why the register leaves in full; asked for profile `internal` and kept in the log. */
  reason: z.string().trim().min(2).max(200).optional(),
});
export type RegisterExport = z.output<typeof registerExport>;
