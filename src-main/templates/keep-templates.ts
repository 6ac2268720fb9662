// Templates of this desk: a blank form comes in and is kept, its cells are bound, it goes out of use. Each is in the log.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type TemplateBinding, templateBinding } from '../../src-shared/contract/template-inputs.ts';
import type { TemplateLine, TemplateView } from '../../src-shared/contract/template-views.ts';
import { mayRead, mayWrite } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import { newRecordId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import {
  addTemplate,
  changeTemplate,
  retireTemplate,
  type TemplateRow,
  templateById,
  templateBytes,
  templatesInUse,
} from '../stores/template-store.ts';
import { checkBindings } from './check-bindings.ts';
import { formGrids } from './form-grid.ts';
import { readParts } from './workbook-parts.ts';

const unknown = err<Problem>({ code: 'template_unknown' });

/** Problem `not_allowed`. */
export function listTemplates(desk: Desk, person: Person): Result<readonly TemplateLine[], Problem> {
  const allowed = mayRead(person);
  return allowed.ok ? ok(templatesInUse(desk.database.reading).map((row) => toLine(desk, row))) : allowed;
}

/** Problems: `not_allowed`, `template_unknown`, `import_damaged`. */
export async function openTemplate(desk: Desk, person: Person, id: string): Promise<Result<TemplateView, Problem>> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const row = templateById(desk.database.reading, id);
  if (row === undefined) return unknown;
  const sheets = await formGrids(templateBytes(desk.database.reading, id));
  return sheets.ok ? ok({ ...toLine(desk, row), sheets: sheets.value, bindings: bindingsOf(row) }) : sheets;
}

/** Problems: `not_allowed`, those of `readParts`, `import_damaged`. */
export async function keepTemplate(
  desk: Desk,
  person: Person,
  { name, file }: { readonly name: string; readonly file: File },
): Promise<Result<TemplateView, Problem>> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = await readParts(bytes);
  if (!parts.ok) return parts;
  const grids = await formGrids(bytes);
  if (!grids.ok) return grids;
  const id = newRecordId(desk.tools.now(), desk.tools.crypto);
  const row = { id, name, file: file.name.slice(0, 200), bindings: '[]', ...changedNow(desk, person) };
  const kept = desk.database.write((writing) => {
    addTemplate(writing, row, bytes);
    appendAudit(writing, { ...audit(desk, person), detail: { name, bound: 0 } });
    return ok(null);
  });
  return kept.ok ? openTemplate(desk, person, id) : kept;
}

/** Problems: `not_allowed`, `template_unknown`, those of `checkBindings`. */
export async function bindTemplate(
  desk: Desk,
  person: Person,
  { id, name, bindings }: { readonly id: string; readonly name: string; readonly bindings: readonly TemplateBinding[] },
): Promise<Result<TemplateView, Problem>> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const checked = await checkBindings(desk, templateBytes(desk.database.reading, id), bindings);
  if (!checked.ok) return checked;
  const saved = desk.database.write((writing) => {
    const row = { id, name, bindings: JSON.stringify(bindings), ...changedNow(desk, person) };
    if (!changeTemplate(writing, row)) return unknown;
    appendAudit(writing, { ...audit(desk, person), detail: { name, bound: bindings.length } });
    return ok(null);
  });
  return saved.ok ? openTemplate(desk, person, id) : saved;
}

/** Problems: `not_allowed`, `template_unknown`. */
export function takeTemplateOutOfUse(
  desk: Desk,
  person: Person,
  { id }: { readonly id: string },
): Result<null, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  return desk.database.write((writing) => {
    const name = templateById(writing, id)?.name ?? '';
    if (!retireTemplate(writing, id)) return unknown;
    appendAudit(writing, { ...audit(desk, person), action: 'template_retired', detail: { name } });
    return ok(null);
  });
}

/** What an older or newer version stored and this one cannot read is left out. */
export function bindingsOf({ bindings }: TemplateRow): readonly TemplateBinding[] {
  const stored = z.array(z.unknown()).safeParse(JSON.parse(bindings));
  return (stored.data ?? []).flatMap((each) => {
    const binding = templateBinding.safeParse(each);
    return binding.success ? [binding.data] : [];
  });
}

function toLine(desk: Desk, row: TemplateRow): TemplateLine {
  const { id, name, file, changedAt } = row;
  const bindings = bindingsOf(row);
  const asked = bindings.flatMap(({ source }) => (source.of === 'manual' ? [source.label] : []));
  const changedBy = desk.people.current.byId.get(row.changedBy)?.name ?? '';
  return { id, name, file, bound: bindings.length, asked: [...new Set(asked)], changedAt, changedBy };
}

function changedNow(desk: Desk, person: Person) {
  return { changedAt: desk.tools.now(), changedBy: person.id };
}

function audit(desk: Desk, person: Person) {
  return { at: desk.tools.now(), account: person.id, action: 'template_saved', record: '' } as const;
}
