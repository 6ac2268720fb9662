// Numbers of records: `方岩所拾〔2025〕0012号`, one after the other per kind and year of this desk, each
// used once for ever.

import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Writing } from '../database/database.ts';
import { nextTemporarySerial, spendNumber, takeSerial } from '../stores/number-store.ts';
import type { Desk } from './desk.ts';
import { firstTemporary, openBlocks } from './number-blocks.ts';

/**
 * The number of a new record, taken in the transaction that saves it. The year is that of China's clock. When the desk's
 * blocks are used up the number says that it is temporary (临) until the desk has another block.
 */
export function takeNumber(desk: Desk, writing: Writing, kind: Kind, record: string): string {
  const year = Number(epochMsToLocal(desk.tools.now()).slice(0, 4));
  openBlocks(desk, writing, kind.key, year);
  for (;;) {
    const own = takeSerial(writing, kind.key, year);
    const serial = own ?? nextTemporarySerial(writing, kind.key, year, firstTemporary(writing, year));
    const number = writeNumber(desk.settings.current.unit.shortName, kind.numberWord, year, serial, own === null);
    // A unit that was renamed and renamed back would meet its old numbers again.
    const spent = { number, kind: kind.key, year, serial, temporary: own === null ? 1 : 0, record };
    const isFree = spendNumber(writing, spent);
    if (isFree || own === null) return number;
  }
}

export function writeNumber(unit: string, word: string, year: number, serial: number, temporary: boolean): string {
  return `${unit}${word}〔${year}〕${temporary ? '临' : ''}${String(serial).padStart(4, '0')}号`;
}
