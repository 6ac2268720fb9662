// A patch says what changes in a record's content: nested JSON with only the touched fields, or flat paths. This turns
// it into ops, and only into those that change something.
//
//   {"found_place": "夜市", "owner": {"name": null}, "items": [{"name": "钱包"}, {"id": "a1", "qty": 2}, {"id": "b2", "removed": true}]}
//   {"items": {"a1": {"qty": 2}, "b2": null}, "purpose": ["daily"]}      {"items/a1/qty": 2, "items/b2": null}

import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Scalar } from '../base/scalar.ts';
import { isEntryId } from './entry-id.ts';
import type { ChoicesField, Field, Fields, ListField } from './field.ts';
import type { Kind } from './kind.ts';
import { parseValue, wrongType } from './parse-value.ts';
import { type Op, realOps, type Values } from './record-values.ts';
import { systemRoots } from './system-paths.ts';

/** Distance between the orders of neighbours, so that an entry can be moved between two without touching them. */
const orderStep = 1_000;

type Json = Readonly<Record<string, unknown>>;
type Patching = {
  readonly current: Values;
  readonly newId: () => string;
  readonly ops: Op[];
  readonly problems: Problem[];
};

/**
 * The ops of a patch. A list takes an array (entry with a known id: update; without an id, or with a new one: add;
 * `removed: true`: remove; entries not mentioned stay) or a map by id (null: remove). A multiple choice takes the whole
 * array of codes, or a map code → yes/no. Null clears. Problem `invalid_fields` with one cause per wrong path.
 */
export function patchToOps(kind: Kind, current: Values, patch: unknown, newId: () => string): Result<Op[], Problem> {
  if (!isJson(patch)) return wrongType('group');
  const patching: Patching = { current, newId, ops: [], problems: [] };
  patchFields(patching, kind.fields, patch, '');
  const { problems, ops } = patching;
  if (problems.length > 0) return err({ code: 'invalid_fields', facts: { count: problems.length }, causes: problems });
  return ok(realOps(current, ops));
}

function patchFields(patching: Patching, fields: Fields, patch: Json, base: string): void {
  for (const [key, raw] of Object.entries(patch)) {
    if (raw === undefined) continue;
    const [name, value] = unfold(key, raw);
    const path = base + name;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.derived) refuse(patching, path, { code: 'derived_field', facts: labels(field) });
    else if (field) patchField(patching, field, value, path);
    else
      refuse(
        patching,
        path,
        base === '' && systemRoots.has(name)
          ? { code: 'system_field', facts: { field: name } }
          : { code: 'unknown_field', facts: { field: name.slice(0, 80) } },
      );
  }
}

/** `items/a1/qty: 2` → `items: {"a1/qty": 2}`. */
function unfold(key: string, raw: unknown): readonly [string, unknown] {
  const slash = key.indexOf('/');
  return slash < 0 ? [key, raw] : [key.slice(0, slash), { [key.slice(slash + 1)]: raw }];
}

function patchField(patching: Patching, field: Field, raw: unknown, path: string): void {
  switch (field.type) {
    case 'group':
      if (raw === null) clearBelow(patching, path);
      else if (isJson(raw)) patchFields(patching, field.fields, raw, `${path}/`);
      else refuse(patching, path, wrongType('group').problem);
      return;
    case 'list':
      patchList(patching, field, raw, path);
      return;
    case 'choices':
      patchChoices(patching, field, raw, path);
      return;
    default: {
      const value = parseValue(field, raw);
      if (value.ok) patching.ops.push({ path, value: value.value });
      else refuse(patching, path, value.problem);
    }
  }
}

function patchList(patching: Patching, field: ListField, raw: unknown, path: string): void {
  if (raw === null) {
    for (const id of entryIds(patching.current, path)) patching.ops.push({ path: `${path}/${id}`, value: null });
  } else if (Array.isArray(raw)) {
    for (const [index, entry] of raw.entries()) patchArrayEntry(patching, field, entry, path, index);
  } else if (isJson(raw)) {
    for (const [key, value] of Object.entries(raw)) {
      const [id, entry] = unfold(key, value);
      patchEntry(patching, field, entry, path, id);
    }
  } else {
    refuse(patching, path, wrongType('list').problem);
  }
}

function patchArrayEntry(patching: Patching, field: ListField, raw: unknown, path: string, index: number): void {
  if (!isJson(raw)) return refuse(patching, `${path}/${index}`, wrongType('group').problem);
  const { id, removed, ...entry } = raw;
  if (id !== undefined && typeof id !== 'string')
    return refuse(patching, `${path}/${index}/id`, wrongType('code').problem);
  if (removed !== undefined && typeof removed !== 'boolean')
    return refuse(patching, `${path}/${index}/removed`, wrongType('yes_no').problem);
  if (removed === true && id === undefined) return;
  patchEntry(patching, field, removed === true ? null : entry, path, id ?? patching.newId());
}

/** One entry by id: null removes it, true only makes it be there. */
function patchEntry(patching: Patching, field: ListField, raw: unknown, list: string, id: string): void {
  const path = `${list}/${id}`;
  const known = patching.current.get(path);
  if (!isEntryId(id)) return refuse(patching, path, { code: 'bad_entry_id', facts: { id: id.slice(0, 80) } });
  if (raw === null) {
    if (known === true) patching.ops.push({ path, value: null });
    return;
  }
  if (known === null) return refuse(patching, path, { code: 'entry_removed', facts: labels({ label: field.entry }) });
  if (known !== true) addEntry(patching, list, id);
  if (raw === true) return;
  if (!isJson(raw)) return refuse(patching, path, wrongType('group').problem);
  const { order, ...fields } = raw;
  if (order !== undefined) patchOrder(patching, order, path);
  patchFields(patching, field.fields, fields, `${path}/`);
}

function addEntry(patching: Patching, list: string, id: string): void {
  const path = `${list}/${id}`;
  if (patching.ops.some((op) => op.path === path)) return;
  patching.ops.push({ path, value: true }, { path: `${path}/order`, value: lastOrder(patching, list) + orderStep });
}

function patchOrder(patching: Patching, order: unknown, path: string): void {
  if (typeof order === 'number' && Number.isSafeInteger(order))
    patching.ops.push({ path: `${path}/order`, value: order });
  else refuse(patching, `${path}/order`, { code: 'number_not_whole' });
}

function lastOrder(patching: Patching, list: string): number {
  const isOrder = (path: string) =>
    path.startsWith(`${list}/`) && path.endsWith('/order') && !path.slice(list.length + 1, -6).includes('/');
  const orders = [...patching.current, ...patching.ops.map(({ path, value }): [string, Scalar] => [path, value])]
    .filter(([path]) => isOrder(path))
    .map(([, value]) => (typeof value === 'number' ? value : 0));
  return orders.reduce((last, order) => Math.max(last, order), 0);
}

function patchChoices(patching: Patching, field: ChoicesField, raw: unknown, path: string): void {
  if (raw === null) return clearBelow(patching, path);
  if (Array.isArray(raw)) {
    clearBelow(patching, path);
    for (const code of raw) patchChoice(patching, field, code, true, path);
  } else if (isJson(raw)) {
    for (const [code, chosen] of Object.entries(raw)) patchChoice(patching, field, code, chosen, path);
  } else {
    refuse(patching, path, wrongType('codes').problem);
  }
}

function patchChoice(patching: Patching, field: ChoicesField, code: unknown, chosen: unknown, path: string): void {
  if (typeof code !== 'string' || (chosen !== null && typeof chosen !== 'boolean'))
    return refuse(patching, path, wrongType('codes').problem);
  if (!isEntryId(code))
    return refuse(patching, path, { code: 'not_a_choice', facts: { value: code.slice(0, 40), ...labels(field) } });
  patching.ops.push({ path: `${path}/${code}`, value: chosen === true ? true : null });
}

function clearBelow(patching: Patching, path: string): void {
  for (const [known, value] of patching.current) {
    if (known.startsWith(`${path}/`) && value !== null && !isInsideEntry(known, path, patching.current))
      patching.ops.push({ path: known, value: null });
  }
}

/** Values inside a list entry go with their entry, so that a colleague's edit of it is seen as a conflict. */
function isInsideEntry(known: string, base: string, current: Values): boolean {
  const segments = known.slice(base.length + 1).split('/');
  return segments
    .slice(0, -1)
    .some((_, index) => current.get(`${base}/${segments.slice(0, index + 1).join('/')}`) === true);
}

function entryIds(current: Values, list: string): string[] {
  return Array.from(current)
    .filter(
      ([path, value]) => value === true && path.startsWith(`${list}/`) && !path.slice(list.length + 1).includes('/'),
    )
    .map(([path]) => path.slice(list.length + 1));
}

function refuse(patching: Patching, path: string, problem: Problem): void {
  patching.problems.push({ ...problem, path });
}

function labels(field: Pick<Field, 'label'>): { readonly field: string; readonly field_en: string } {
  return { field: field.label.zh, field_en: field.label.en };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
