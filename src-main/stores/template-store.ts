// Forms of superiors kept as templates: the blank file and what its cells are bound to, as JSON.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

export type TemplateRow = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** JSON; whoever reads it parses it. */
  readonly bindings: string;
  /** ms since 1970. */
  readonly changedAt: number;
  readonly changedBy: string;
};

const columns = 'id, name, file, bindings, changed_at as changedAt, changed_by as changedBy';

const inUse = statement<Record<never, never>, TemplateRow>(
  `select ${columns} from template where retired = 0 order by name, key`,
);
const byId = statement<{ id: string }, TemplateRow>(`select ${columns} from template where id = @id and retired = 0`);
const bytesById = statement<{ id: string }, { bytes: Uint8Array }>('select bytes from template where id = @id');
const insert = statement<TemplateRow & { bytes: Uint8Array }>(
  `insert into template (id, name, file, bytes, bindings, changed_at, changed_by)
   values (@id, @name, @file, @bytes, @bindings, @changedAt, @changedBy)`,
);
const update = statement<Omit<TemplateRow, 'file'>>(
  `update template set name = @name, bindings = @bindings, changed_at = @changedAt, changed_by = @changedBy
   where id = @id and retired = 0`,
);
const retire = statement<{ id: string }>('update template set retired = 1 where id = @id and retired = 0');

/** By name. */
export function templatesInUse(reading: Reading): readonly TemplateRow[] {
  return reading.all(inUse, {});
}

export function templateById(reading: Reading, id: string): TemplateRow | undefined {
  return reading.first(byId, { id });
}

/** The blank form; empty when there is no such template. */
export function templateBytes(reading: Reading, id: string): Uint8Array {
  return reading.first(bytesById, { id })?.bytes ?? new Uint8Array();
}

export function addTemplate(writing: Writing, row: TemplateRow, bytes: Uint8Array): void {
  writing.run(insert, { ...row, bytes });
}

/** False when there is no such template in use. */
export function changeTemplate(writing: Writing, row: Omit<TemplateRow, 'file'>): boolean {
  const { id, name, bindings, changedAt, changedBy } = row;
  return writing.run(update, { id, name, bindings, changedAt, changedBy }).changes === 1;
}

/** False when there is no such template in use. */
export function retireTemplate(writing: Writing, id: string): boolean {
  return writing.run(retire, { id }).changes === 1;
}
