// What changed between two contents, as the patch a save sends: only touched fields, list entries by id, single codes
// of a multiple choice. A colleague's edit of anything else is never overwritten. Also the way back, for drafts.

import type { Content, ContentValue, Entry } from '../../src-shared/records/content.ts';
import type { Field, Fields } from '../../src-shared/records/field.ts';
import { codesOf, entriesOf, isContent, isEmpty, joinPath, withValueAt } from './content-paths.ts';

export type PatchValue = string | number | boolean | null | Patch;
export type Patch = { readonly [key: string]: PatchValue };

/** The patch that turns `before` into `after`; derived fields are never in it. */
export function patchBetween(fields: Fields, before: Content, after: Content): Patch {
  const changed = Object.entries(fields)
    .filter(([, field]) => field.derived === undefined)
    .map(([key, field]) => [key, fieldPatch(field, before[key], after[key])] as const);
  return Object.fromEntries(changed.filter((each): each is readonly [string, PatchValue] => each[1] !== undefined));
}

export function isEmptyPatch(patch: Patch): boolean {
  return Object.keys(patch).length === 0;
}

function fieldPatch(field: Field, before: ContentValue, after: ContentValue): PatchValue | undefined {
  switch (field.type) {
    case 'group':
      return orNothing(patchBetween(field.fields, isContent(before) ? before : {}, isContent(after) ? after : {}));
    case 'list':
      return orNothing(listPatch(field.fields, entriesOf(before), entriesOf(after)));
    case 'choices':
      return orNothing(choicesPatch(codesOf(before), codesOf(after)));
    default:
      return leafPatch(before, after);
  }
}

function leafPatch(before: ContentValue, after: ContentValue): PatchValue | undefined {
  if (isEmpty(before) && isEmpty(after)) return undefined;
  if (before === after) return undefined;
  return typeof after === 'string' || typeof after === 'number' || typeof after === 'boolean' ? after : null;
}

function choicesPatch(before: readonly string[], after: readonly string[]): Patch {
  const chosen = after.filter((code) => !before.includes(code)).map((code) => [code, true] as const);
  const cleared = before.filter((code) => !after.includes(code)).map((code) => [code, false] as const);
  return Object.fromEntries([...chosen, ...cleared]);
}

function listPatch(fields: Fields, before: readonly Entry[], after: readonly Entry[]): Patch {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map((entry) => entry.id));
  const removed = before.filter((entry) => !kept.has(entry.id)).map((entry) => [entry.id, null] as const);
  const touched = after
    .map((entry) => [entry.id, entryPatch(fields, old.get(entry.id), entry)] as const)
    .filter(([id, patch]) => !old.has(id) || !isEmptyPatch(patch));
  return Object.fromEntries([...removed, ...touched]);
}

function entryPatch(fields: Fields, before: Entry | undefined, after: Entry): Patch {
  const patch = patchBetween(fields, before ?? {}, after);
  return before?.order === after.order || typeof after.order !== 'number' ? patch : { ...patch, order: after.order };
}

function orNothing(patch: Patch): Patch | undefined {
  return isEmptyPatch(patch) ? undefined : patch;
}

export type Revived = { readonly content: Content; readonly removed: ReadonlySet<string> };

/** A content with a kept patch laid over it; entries the patch removes stay inside and are named in `removed`. */
export function withPatch(fields: Fields, base: Content, patch: Content, at = ''): Revived {
  let revived: Revived = { content: base, removed: new Set() };
  for (const [key, field] of Object.entries(fields)) {
    const value = patch[key];
    if (value === undefined) continue;
    const next = fieldWithPatch(field, base[key], value, joinPath(at, key));
    revived = {
      content: withValueAt(revived.content, key, next.value),
      removed: new Set([...revived.removed, ...next.removed]),
    };
  }
  return revived;
}

type RevivedValue = { readonly value: ContentValue; readonly removed: ReadonlySet<string> };
const nothingRemoved: ReadonlySet<string> = new Set();

function fieldWithPatch(field: Field, base: ContentValue, patch: ContentValue, at: string): RevivedValue {
  if (field.type === 'group' && isContent(patch)) {
    const { content, removed } = withPatch(field.fields, isContent(base) ? base : {}, patch, at);
    return { value: content, removed };
  }
  if (field.type === 'list' && isContent(patch)) return listWithPatch(field.fields, entriesOf(base), patch, at);
  if (field.type === 'choices' && isContent(patch)) {
    const kept = codesOf(base).filter((code) => patch[code] !== false);
    const added = Object.keys(patch).filter((code) => patch[code] === true && !kept.includes(code));
    return { value: [...kept, ...added], removed: nothingRemoved };
  }
  return { value: patch, removed: nothingRemoved };
}

function listWithPatch(fields: Fields, base: readonly Entry[], patch: Content, at: string): RevivedValue {
  const known = new Map(base.map((entry) => [entry.id, entry]));
  const removed = new Set<string>();
  for (const [id, inner] of Object.entries(patch)) {
    if (inner === null) removed.add(joinPath(at, id));
    else if (isContent(inner)) {
      const revived = withPatch(fields, known.get(id) ?? {}, inner, joinPath(at, id));
      const order = typeof inner.order === 'number' ? { order: inner.order } : {};
      known.set(id, { ...revived.content, ...order, id });
      for (const path of revived.removed) removed.add(path);
    }
  }
  const inOrder = [...known.values()].sort((left, right) => Number(left.order ?? 0) - Number(right.order ?? 0));
  return { value: inOrder, removed };
}
