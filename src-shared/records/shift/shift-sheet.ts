// The hand-over sheet of a shift (交接班单) as it is frozen: what the desk stood at when one person gave it to the next.

import { z } from 'zod';

const count = z.int().min(0);
const text = z.string();
const label = z.object({ zh: text, en: text });

/** A record as the sheet names it; restricted ones are counted and never named. */
const line = z.object({
  id: text,
  number: text,
  kind: label,
  title: text,
  /** Local date or date-time; null when nothing is due. */
  due: text.nullable(),
  overdue: z.boolean(),
  handler: text,
});
/** The first lines, and how many there are in all. */
const lines = z.object({ rows: z.array(line), total: count });
const piece = z.object({ denomination: z.int().min(1), count });

export const shiftSituation = z.object({
  /** ms since 1970. */
  at: count,
  /** When the shift before was taken over; null when none was. */
  since: count.nullable(),
  open: z.array(z.object({ kind: label, open: count, waiting: count, restricted: count })),
  due: lines,
  /** Unfinished, and handled by whoever hands over. */
  own: lines,
  conflicts: count,
  /** Drafts of whoever hands over; they stay theirs. */
  drafts: count,
  /** Changes by where they are; `doubted` were received by a centre that has lost them again. */
  delivery: z.object({
    here: count,
    onStick: count,
    sent: count,
    received: count,
    doubted: count,
    refused: count,
    setAside: count,
  }),
  /** Sticks no answer has come back for. */
  sticks: z.array(z.object({ number: count, at: count, changes: count, by: text })),
  custody: lines,
  /** Fen of cash that the records say is kept; null while figures are still being worked out. */
  cashRecorded: z.int().nullable(),
  /** The latest count of the cash by two people (现金盘点), fen; sheets of before it was told have none. */
  cashCount: z.object({ number: text, at: text, counted: z.int(), difference: z.int() }).nullable().default(null),
});
export type ShiftSituation = z.infer<typeof shiftSituation>;
export type ShiftLine = z.infer<typeof line>;
export type ShiftLines = z.infer<typeof lines>;

/** What whoever hands over adds to it. */
export const shiftStatement = z.object({
  /** Cash by denomination in fen; null when the sealed bags were not opened. */
  counted: z.array(piece).max(20).nullable(),
  note: z.string().trim().max(2_000),
});
export type ShiftStatement = z.infer<typeof shiftStatement>;

export const shiftSheet = shiftSituation.extend(shiftStatement.shape);
export type ShiftSheet = z.infer<typeof shiftSheet>;

/** Fen; null when nothing was counted. */
export function cashCounted({ counted }: Pick<ShiftStatement, 'counted'>): number | null {
  return counted === null ? null : counted.reduce((sum, { denomination, count: n }) => sum + denomination * n, 0);
}

/** Fen by which what was counted is more (or less) than what is recorded; null when one of them is not known. */
export function cashDifference(sheet: Pick<ShiftSheet, 'counted' | 'cashRecorded'>): number | null {
  const counted = cashCounted(sheet);
  return counted === null || sheet.cashRecorded === null ? null : counted - sheet.cashRecorded;
}
