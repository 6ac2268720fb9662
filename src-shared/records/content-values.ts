// Turns the history's flat values into the content people see, and back. Paths this version of the kind does not know
// are kept aside untouched, so that an older desk never loses what a newer one wrote.

import { assert } from '../base/assert.ts';
import type { Scalar } from '../base/scalar.ts';
import type { Content, ContentValue, Entry } from './content.ts';
import type { Field, Fields } from './field.ts';
import { fieldEntries } from './field-entries.ts';
import type { Kind } from './kind.ts';
import { patchToOps } from './patch.ts';
import { applyOps, noValues, type Values } from './record-values.ts';
import { systemRoots } from './system-paths.ts';

export type ReadContent = {
  readonly content: Content;
  /** Values at paths this version does not know, by path. */
  readonly unknown: Readonly<Record<string, Scalar>>;
};

/** What lies below one path: the rest of the path, and the value. */
type Below = readonly [rest: string, value: Scalar];
type Unknown = Map<string, Scalar>;

/** Cleared and removed values are left out; entries come by `order`, then id; chosen codes in alphabetical order. */
export function valuesToContent(kind: Kind, values: Values): ReadContent {
  const unknown: Unknown = new Map();
  const declared: Below[] = [];
  for (const [path, value] of values) if (!systemRoots.has(firstSegment(path))) declared.push([path, value]);
  const content = readFields(kind.fields, declared, '', unknown);
  return { content, unknown: Object.fromEntries(unknown) };
}

/** The values a new record with this content is saved with; entries without an id are given one. */
export function contentToValues(kind: Kind, content: Content, newId: () => string): Values {
  const ops = patchToOps(kind, noValues, content, newId);
  assert(ops.ok, `content that fits ${kind.key}: ${ops.ok ? '' : JSON.stringify(ops.problem)}`);
  return applyOps(noValues, ops.value);
}

/** In the order of the declaration, as the paper form is. */
function readFields(fields: Fields, values: readonly Below[], path: string, unknown: Unknown): Content {
  const content: Record<string, ContentValue> = {};
  const groups = bySegment(values);
  for (const [name, field] of fieldEntries(fields)) {
    const below = groups.get(name);
    const value = below ? readField(field, below, path + name, unknown) : undefined;
    if (value !== undefined) content[name] = value;
  }
  for (const [name, below] of groups) if (!Object.hasOwn(fields, name)) keepAside(below, path + name, unknown);
  return content;
}

function readField(field: Field, below: readonly Below[], path: string, unknown: Unknown): ContentValue {
  const inner = below.filter(([rest]) => rest !== '');
  const own = below.find(([rest]) => rest === '')?.[1];
  switch (field.type) {
    case 'group':
      keepAside(
        below.filter(([rest]) => rest === ''),
        path,
        unknown,
      );
      return inner.length === 0 ? undefined : filledOrNothing(readFields(field.fields, inner, `${path}/`, unknown));
    case 'list':
      keepAside(
        below.filter(([rest]) => rest === ''),
        path,
        unknown,
      );
      return readList(field.fields, inner, path, unknown);
    case 'choices':
      return readChoices(
        inner,
        below.filter(([rest]) => rest === '' || rest.includes('/')),
        path,
        unknown,
      );
    default:
      keepAside(inner, path, unknown);
      return own ?? undefined;
  }
}

function readList(
  fields: Fields,
  below: readonly Below[],
  path: string,
  unknown: Unknown,
): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const [id, values] of bySegment(below)) {
    if (!values.some(([rest, value]) => rest === '' && value === true)) continue;
    const order = values.find(([rest]) => rest === 'order')?.[1];
    const inner = values.filter(([rest]) => rest !== '' && rest !== 'order');
    entries.push({
      ...readFields(fields, inner, `${path}/${id}/`, unknown),
      id,
      order: typeof order === 'number' ? order : 0,
    });
  }
  return entries.length === 0 ? undefined : entries.sort(byOrderThenId);
}

function readChoices(
  inner: readonly Below[],
  odd: readonly Below[],
  path: string,
  unknown: Unknown,
): readonly string[] | undefined {
  keepAside(odd, path, unknown);
  const chosen = inner.filter(([rest, value]) => value === true && !rest.includes('/')).map(([code]) => code);
  return chosen.length === 0 ? undefined : chosen.sort();
}

function bySegment(values: readonly Below[]): ReadonlyMap<string, Below[]> {
  const groups = new Map<string, Below[]>();
  for (const [path, value] of values) {
    const name = firstSegment(path);
    const group = groups.get(name);
    const below: Below = [path.slice(name.length + 1), value];
    if (group) group.push(below);
    else groups.set(name, [below]);
  }
  return groups;
}

function keepAside(below: readonly Below[], path: string, unknown: Unknown): undefined {
  for (const [rest, value] of below) unknown.set(rest === '' ? path : `${path}/${rest}`, value);
}

function filledOrNothing(content: Content): Content | undefined {
  return Object.keys(content).length === 0 ? undefined : content;
}

function firstSegment(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : path.slice(0, slash);
}

function byOrderThenId(left: Entry, right: Entry): number {
  return Number(left.order) - Number(right.order) || (left.id < right.id ? -1 : 1);
}
