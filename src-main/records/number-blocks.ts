// Where this desk's numbers come from: until it is enrolled from blocks it gives itself, from then on from blocks that the
// centre leased to this very incarnation of it. A restored or cloned desk never goes on with blocks of its copy.

import { z } from 'zod';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Reading, Writing } from '../database/database.ts';
import { addBlock, closeBlocks, hasBlock, highestSerial, serialsLeft } from '../stores/number-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import type { Desk } from './desk.ts';
import { settingNames } from './desk-settings.ts';

/** Serials of the block a desk begins a year with while it has no centre. */
export const ownBlock = { first: 1, last: 9_999 } as const;

const numberingSetting = z.object({
  /** The one blocks are leased to. */
  incarnation: z.string(),
  /** The year in which a desk without a centre was restored: in it a person says which numbers are on paper already. */
  restoredIn: z.int().optional(),
  /** Temporary serials of the year of the last restoring begin here, past those of the life before. */
  temporary: z.object({ year: z.int(), from: z.int() }).optional(),
});
type Numbering = z.infer<typeof numberingSetting>;

/**
 * From now on this desk's numbers are those its centre leases; asked for again it changes nothing. What is left of blocks
 * that it gave itself, or that another incarnation was given, is closed; numbers that are used stay.
 */
export function leaseFromNow(desk: Desk, writing: Writing): void {
  const { incarnation } = desk.device.chain.current;
  const numbering = readNumbering(writing);
  if (numbering?.incarnation === incarnation && numbering.restoredIn === undefined) return;
  closeBlocks(writing);
  const { temporary } = numbering ?? {};
  writeSetting(writing, settingNames.numbers, { incarnation, ...(temporary && { temporary }) });
}

/** Sees to it that whatever block is open now is this desk's alone. */
export function openBlocks(desk: Desk, writing: Writing, kind: string, year: number): void {
  const numbering = readNumbering(writing);
  const givesItself = numbering === null || (numbering.restoredIn !== undefined && year > numbering.restoredIn);
  if (givesItself && !hasBlock(writing, kind, year)) addBlock(writing, { kind, year, ...ownBlock });
  if (numbering !== null && numbering.restoredIn === undefined) leaseFromNow(desk, writing);
}

/**
 * The desk was put back from a copy: nobody knows which numbers were given out after that, so it goes on with none of them.
 * It writes temporary ones until its centre leases a block, or, without a centre, until a person says how far they went.
 */
export function stopNumbering(writing: Writing, incarnation: string, now: number): void {
  const before = readNumbering(writing);
  const year = yearOf(now);
  closeBlocks(writing);
  const hasCentre = before !== null && before.restoredIn === undefined;
  writeSetting(writing, settingNames.numbers, {
    incarnation,
    ...(hasCentre ? {} : { restoredIn: year }),
    temporary: { year, from: hourOfYear(now) * temporaryPerHour + 1 },
  });
}

/** The lowest serial a temporary number of a year may have. */
export function firstTemporary(reading: Reading, year: number): number {
  const temporary = readNumbering(reading)?.temporary;
  return temporary?.year === year ? temporary.from : 1;
}

/** The year whose numbers wait for a person's word; null where none do. */
export function waitsForNumbers(reading: Reading): number | null {
  return readNumbering(reading)?.restoredIn ?? null;
}

export type SerialsHeld = { readonly left: number; readonly highest: number };

/** What is left to this desk of a kind and year, and the highest serial that it has used or holds. */
export function serialsHeld(reading: Reading, kind: string, year: number): SerialsHeld {
  return { left: serialsLeft(reading, kind, year), highest: highestSerial(reading, kind, year) };
}

/** Null while this desk gives itself its blocks. */
function readNumbering(reading: Reading): Numbering | null {
  const stored = numberingSetting.safeParse(readSetting(reading, settingNames.numbers));
  return stored.success ? stored.data : null;
}

/** More than a desk writes by hand in an hour, so that two lives restored at different hours do not meet. */
const temporaryPerHour = 100;

function yearOf(now: number): number {
  return Number(epochMsToLocal(now).slice(0, 4));
}

function hourOfYear(now: number): number {
  const local = epochMsToLocal(now);
  const begin = Date.parse(`${local.slice(0, 4)}-01-01T00:00:00Z`);
  return Math.floor((Date.parse(`${local.slice(0, 13)}:00:00Z`) - begin) / 3_600_000);
}
