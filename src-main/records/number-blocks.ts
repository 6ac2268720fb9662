// Where this desk's numbers come from: until it is enrolled from blocks it gives itself, from then on from blocks that the
// centre leased to this very incarnation of it. A restored or cloned desk never goes on with blocks of its copy.

import { z } from 'zod';
import type { Reading, Writing } from '../database/database.ts';
import { addBlock, closeBlocks, hasBlock, highestSerial, serialsLeft } from '../stores/number-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import type { Desk } from './desk.ts';
import { settingNames } from './desk-settings.ts';

/** Serials of the block a desk begins a year with while it has no centre. */
const ownBlock = { first: 1, last: 9_999 } as const;

const leasingSetting = z.object({ incarnation: z.string() });

/**
 * From now on this desk's numbers are those its centre leases; asked for again it changes nothing. What is left of blocks
 * that it gave itself, or that another incarnation was given, is closed; numbers that are used stay.
 */
export function leaseFromNow(desk: Desk, writing: Writing): void {
  const { incarnation } = desk.device.chain.current;
  if (leasedTo(writing) === incarnation) return;
  closeBlocks(writing);
  writeSetting(writing, settingNames.numbers, { incarnation });
}

/** Sees to it that whatever block is open now is this desk's alone. */
export function openBlocks(desk: Desk, writing: Writing, kind: string, year: number): void {
  if (leasedTo(writing) !== null) leaseFromNow(desk, writing);
  else if (!hasBlock(writing, kind, year)) addBlock(writing, { kind, year, ...ownBlock });
}

export type SerialsHeld = { readonly left: number; readonly highest: number };

/** What is left to this desk of a kind and year, and the highest serial that it has used or holds. */
export function serialsHeld(reading: Reading, kind: string, year: number): SerialsHeld {
  return { left: serialsLeft(reading, kind, year), highest: highestSerial(reading, kind, year) };
}

/** The incarnation that blocks are leased to; null while this desk gives itself its blocks. */
function leasedTo(reading: Reading): string | null {
  const stored = leasingSetting.safeParse(readSetting(reading, settingNames.numbers));
  return stored.success ? stored.data.incarnation : null;
}
