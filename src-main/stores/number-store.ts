// Record numbers given out on this desk: serials from blocks that are this desk's alone, each used once for ever.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

export type NumberBlock = {
  readonly kind: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
};
export type UsedNumber = {
  readonly number: string;
  readonly kind: string;
  readonly year: number;
  readonly serial: number;
  readonly temporary: number;
  readonly record: string;
};

const blocksOf = statement<{ kind: string; year: number }, { count: number }>(
  'select count(*) as count from number_block where kind = @kind and year = @year',
);
const openBlock = statement<{ kind: string; year: number }, { key: number; next: number }>(
  `select key, next from number_block where kind = @kind and year = @year and next <= last order by first limit 1`,
);
/** A block that was closed before any of it was used may come again. */
const insertBlock = statement<NumberBlock>(
  `insert into number_block (kind, year, first, last, next) values (@kind, @year, @first, @last, @first)
   on conflict (kind, year, first) do update set last = excluded.last`,
);
const closeOpenBlocks = statement<Record<string, never>>('update number_block set last = next - 1 where next <= last');
const openSerials = statement<{ kind: string; year: number }, { count: number }>(
  `select coalesce(sum(last - next + 1), 0) as count from number_block
   where kind = @kind and year = @year and next <= last`,
);
const lastOfBlocks = statement<{ kind: string; year: number }, { serial: number }>(
  'select coalesce(max(last), 0) as serial from number_block where kind = @kind and year = @year',
);
const lastUsed = statement<{ kind: string; year: number }, { serial: number }>(
  `select coalesce(max(serial), 0) as serial from number_used where kind = @kind and year = @year and temporary = 0`,
);
const advanceBlock = statement<{ key: number }>('update number_block set next = next + 1 where key = @key');
const lastTemporary = statement<{ kind: string; year: number }, { serial: number }>(
  `select coalesce(max(serial), 0) as serial from number_used where kind = @kind and year = @year and temporary = 1`,
);
const allUsed = statement<Record<never, never>, UsedNumber>(
  'select number, kind, year, serial, temporary, record from number_used',
);
const insertUsed = statement<UsedNumber>(
  `insert into number_used (number, kind, year, serial, temporary, record)
   values (@number, @kind, @year, @serial, @temporary, @record) on conflict (number) do nothing`,
);

export function hasBlock(reading: Reading, kind: string, year: number): boolean {
  return (reading.first(blocksOf, { kind, year })?.count ?? 0) > 0;
}

export function addBlock(writing: Writing, block: NumberBlock): void {
  writing.run(insertBlock, block);
}

/** Nothing more is taken from any block there is now. */
export function closeBlocks(writing: Writing): void {
  writing.run(closeOpenBlocks, {});
}

export function serialsLeft(reading: Reading, kind: string, year: number): number {
  return reading.first(openSerials, { kind, year })?.count ?? 0;
}

/** The highest serial that is used or lies in an open block; 0 where there is none. */
export function highestSerial(reading: Reading, kind: string, year: number): number {
  const held = reading.first(lastOfBlocks, { kind, year })?.serial ?? 0;
  return Math.max(held, reading.first(lastUsed, { kind, year })?.serial ?? 0);
}

/** Takes the next serial of this desk's blocks, or null when they are used up. */
export function takeSerial(writing: Writing, kind: string, year: number): number | null {
  const block = writing.first(openBlock, { kind, year });
  if (!block) return null;
  writing.run(advanceBlock, { key: block.key });
  return block.next;
}

/** The next serial of numbers that stand in until the desk gets another block, at least `from`. */
export function nextTemporarySerial(reading: Reading, kind: string, year: number, from: number): number {
  return Math.max(from, (reading.first(lastTemporary, { kind, year })?.serial ?? 0) + 1);
}

/** Every number this desk has given. */
export function usedNumbers(reading: Reading): readonly UsedNumber[] {
  return reading.all(allUsed, {});
}

/** Uses a number for ever; false, and nothing done, when it was used before. */
export function spendNumber(writing: Writing, used: UsedNumber): boolean {
  return writing.run(insertUsed, used).changes === 1;
}
