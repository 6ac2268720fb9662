// Where a path is read from: the record, a group or a list entry. A name is looked for in the innermost place first and
// then outward, as in a program; a leading `/` starts at the record.

import { rememberByText } from '../base/remember.ts';
import type { Content, ContentValue, Entry } from './content.ts';
import type { Field, Fields } from './field.ts';
import { declaredFieldAt } from './field-at.ts';

export type Place = {
  readonly fields: Fields;
  readonly content: Content;
  /** Stored path of the place with a trailing slash (`releases/<id>/`); empty for the record. */
  readonly path: string;
  /** Id of the list entry this place is, if it is one. */
  readonly entry?: string;
  readonly outer: Place | null;
};

/** A field reached by a path: once, or once per list entry on the way. */
export type Found = {
  readonly field: Field;
  readonly value: ContentValue;
  readonly path: string;
  readonly place: Place;
};

export function recordPlace(fields: Fields, content: Content): Place {
  return { fields, content, path: '', outer: null };
}

/** Everything the path reaches; nothing when no field has that name or a list on the way is empty. */
export function find(at: Place, path: string): readonly Found[] {
  const segments = segmentsOf(path);
  const start = path.startsWith('/') ? outermost(at) : placeThatKnows(at, segments[0] ?? '');
  return start ? descend(start, segments) : [];
}

/** More paths than all declarations name. */
const keptPaths = 10_000;
const segmentsOf = rememberByText(
  (path): readonly string[] => (path.startsWith('/') ? path.slice(1) : path).split('/'),
  keptPaths,
);

/** The entries of the list at the path, each as a place; for `releases/lines` the lines of all releases. */
export function entriesAt(at: Place, path: string): readonly Place[] {
  return find(at, path).flatMap(({ field, value, path: list, place }) =>
    field.type === 'list' ? entriesOf(value).map((entry) => entryPlace(place, field.fields, entry, list)) : [],
  );
}

/** The group at the path as a place, empty when nothing is filled in. */
export function groupsAt(at: Place, path: string): readonly Place[] {
  return find(at, path).flatMap(({ field, value, path: group, place }) =>
    field.type === 'group'
      ? [{ fields: field.fields, content: contentOf(value), path: `${group}/`, outer: place }]
      : [],
  );
}

export function outermost(at: Place): Place {
  return at.outer ? outermost(at.outer) : at;
}

export function isFilled(value: ContentValue): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.entries(value).some(([, inner]) => isFilled(inner));
}

/** The entries of a list's value; nothing for any other value. */
export function entriesOf(value: ContentValue): readonly Entry[] {
  return Array.isArray(value) ? value.filter((entry): entry is Entry => typeof entry === 'object') : [];
}

/** The codes of a multiple choice's value. */
export function codesOf(value: ContentValue): readonly string[] {
  return Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
}

export function contentOf(value: ContentValue): Content {
  return typeof value === 'object' && value !== null && !isArray(value) ? value : {};
}

function placeThatKnows(at: Place, name: string): Place | null {
  if (Object.hasOwn(at.fields, name)) return at;
  return at.outer ? placeThatKnows(at.outer, name) : null;
}

function descend(place: Place, segments: readonly string[], depth = 0): readonly Found[] {
  const name = segments[depth] ?? '';
  const field = Object.hasOwn(place.fields, name) ? place.fields[name] : undefined;
  if (!field) return [];
  const value = place.content[name];
  const path = place.path + name;
  if (depth + 1 >= segments.length) return [{ field, value, path, place }];
  if (field.type === 'group')
    return descend(
      { fields: field.fields, content: contentOf(value), path: `${path}/`, outer: place },
      segments,
      depth + 1,
    );
  if (field.type !== 'list') return [];
  return entriesOf(value).flatMap((entry) =>
    descend(entryPlace(place, field.fields, entry, path), segments, depth + 1),
  );
}

function entryPlace(outer: Place, fields: Fields, entry: Entry, list: string): Place {
  return { fields, content: entry, path: `${list}/${entry.id}/`, entry: entry.id, outer };
}

function isArray(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The field a path means from here by its declaration alone, however empty the record is; with its own path. */
export function fieldNamed(at: Place, path: string): { readonly field: Field; readonly path: string } | null {
  const bare = path.replace(/^\//, '');
  const start = path.startsWith('/') ? outermost(at) : placeThatKnows(at, bare.split('/')[0] ?? '');
  const field = start ? declaredFieldAt(start.fields, bare) : null;
  return start && field ? { field, path: start.path + bare } : null;
}
