// Reads and replaces values inside a record's content by path; list entries are named by id, never by position.

import type { Content, ContentValue, Entry } from '../../src-shared/records/content.ts';

/** A nested content: what a group holds and what an entry is. */
export function isContent(value: ContentValue): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArray(value: ContentValue): value is readonly string[] | readonly Entry[] {
  return Array.isArray(value);
}

/** The entries of a list; none where there is no list. */
export function entriesOf(value: ContentValue): readonly Entry[] {
  if (!isArray(value)) return [];
  return value.filter((each): each is Entry => typeof each === 'object');
}

/** The codes of a multiple choice; none where there is none. */
export function codesOf(value: ContentValue): readonly string[] {
  if (!isArray(value)) return [];
  return value.filter((each): each is string => typeof each === 'string');
}

/** The value at `items/<id>/name`; undefined where nothing is. */
export function valueAt(content: Content, path: string): ContentValue {
  let value: ContentValue = content;
  for (const segment of path.split('/')) {
    if (isContent(value)) value = value[segment];
    else value = entriesOf(value).find((entry) => entry.id === segment);
  }
  return value;
}

/** The content with one value replaced; groups on the way are made, list entries are not. */
export function withValueAt(content: Content, path: string, value: ContentValue): Content {
  const [head = '', ...rest] = path.split('/');
  if (rest.length === 0) return { ...content, [head]: value };
  const inner = content[head];
  if (isArray(inner)) return { ...content, [head]: withEntryValue(entriesOf(inner), rest, value) };
  return { ...content, [head]: withValueAt(isContent(inner) ? inner : {}, rest.join('/'), value) };
}

function withEntryValue(entries: readonly Entry[], segments: readonly string[], value: ContentValue): readonly Entry[] {
  const [id, ...rest] = segments;
  return entries.map((entry) =>
    entry.id === id ? { ...withValueAt(entry, rest.join('/'), value), id: entry.id } : entry,
  );
}

/** True where a value counts as not filled in. */
export function isEmpty(value: ContentValue): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (isArray(value)) return value.length === 0;
  if (isContent(value))
    return Object.entries(value).every(([key, inner]) => key === 'id' || key === 'order' || isEmpty(inner));
  return false;
}

/** `items/<id>/name` without its last segment; empty for a path at the top. */
export function parentPath(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut === -1 ? '' : path.slice(0, cut);
}

export function joinPath(parent: string, key: string): string {
  return parent === '' ? key : `${parent}/${key}`;
}

/** The content without the entries at these paths. */
export function withoutEntries(content: Content, removed: ReadonlySet<string>, at = ''): Content {
  if (removed.size === 0) return content;
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, pruned(value, removed, joinPath(at, key))]),
  );
}

function pruned(value: ContentValue, removed: ReadonlySet<string>, at: string): ContentValue {
  if (isContent(value)) return withoutEntries(value, removed, at);
  const entries = entriesOf(value);
  if (entries.length === 0) return value;
  return entries
    .filter((entry) => !removed.has(joinPath(at, entry.id)))
    .map((entry) => ({ ...withoutEntries(entry, removed, joinPath(at, entry.id)), id: entry.id }));
}

/** Whether a value at the path or inside it is masked: there is something, though it is not shown. */
export function hidesSomething(masked: ReadonlySet<string>, path: string): boolean {
  return masked.has(path) || [...masked].some((each) => each.startsWith(`${path}/`));
}
