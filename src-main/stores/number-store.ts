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
const insertBlock = statement<NumberBlock>(
  'insert into number_block (kind, year, first, last, next) values (@kind, @year, @first, @last, @first)',
);
const advanceBlock = statement<{ key: number }>('update number_block set next = next + 1 where key = @key');
const lastTemporary = statement<{ kind: string; year: number }, { serial: number }>(
  `select coalesce(max(serial), 0) as serial from number_used where kind = @kind and year = @year and temporary = 1`,
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

/** Takes the next serial of this desk's blocks, or null when they are used up. */
export function takeSerial(writing: Writing, kind: string, year: number): number | null {
  const block = writing.first(openBlock, { kind, year });
  if (!block) return null;
  writing.run(advanceBlock, { key: block.key });
  return block.next;
}

/** The next serial of numbers that stand in until the desk gets another block. */
export function nextTemporarySerial(reading: Reading, kind: string, year: number): number {
  return (reading.first(lastTemporary, { kind, year })?.serial ?? 0) + 1;
}

/** Uses a number for ever; false, and nothing done, when it was used before. */
export function spendNumber(writing: Writing, used: UsedNumber): boolean {
  return writing.run(insertUsed, used).changes === 1;
}
