// What answers of the centre have said about this desk's clock, so that a time in a record can be put right years later.

import type { ClockOffset } from '../../src-shared/sync/desk/clock-evidence.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

type Row = ClockOffset & { readonly at: number };

const insertOffset = statement<Row>('insert into clock_offset (at, offset, error) values (@at, @offset, @error)');
const lastUpTo = statement<{ at: number }, Row>(
  'select at, offset, error from clock_offset where at <= @at order by key desc limit 1',
);
const lastOffset = statement<Record<never, never>, Row>(
  'select at, offset, error from clock_offset order by key desc limit 1',
);
const firstOffset = statement<Record<never, never>, Row>(
  'select at, offset, error from clock_offset order by key limit 1',
);

/** @param at ms since 1970 by this desk's clock */
export function keepOffset(writing: Writing, at: number, { offset, error }: ClockOffset): void {
  writing.run(insertOffset, { at, offset, error });
}

export function latestOffset(reading: Reading): ClockOffset | null {
  return reading.first(lastOffset, {}) ?? null;
}

/** What was known of the clock at this moment of its own; the first word about it for what is older. */
export function offsetAt(reading: Reading, at: number): ClockOffset | null {
  return reading.first(lastUpTo, { at }) ?? reading.first(firstOffset, {}) ?? null;
}
