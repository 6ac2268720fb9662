// Finds the field a path means: `items/name` as declarations write it, or `items/<id>/name` as the history does.

import type { Field, Fields } from './field.ts';

/** The field at a declared path, where a list stands for any of its entries; null when there is none. */
export function declaredFieldAt(fields: Fields, path: string): Field | null {
  return walk(fields, path.split('/'), false);
}

/**
 * The field a stored path belongs to; null when this version of the kind does not know it. `items/<id>` gives the list,
 * `items/<id>/order` an order number (null: it is no field), `purpose/<code>` the multiple choice.
 */
export function storedFieldAt(fields: Fields, path: string): Field | null {
  return walk(fields, path.split('/'), true);
}

function walk(fields: Fields, segments: readonly string[], withIds: boolean): Field | null {
  const [first = '', ...rest] = segments;
  const field = Object.hasOwn(fields, first) ? fields[first] : undefined;
  if (!field) return null;
  if (rest.length === 0) return field;
  switch (field.type) {
    case 'group':
      return walk(field.fields, rest, withIds);
    case 'list':
      if (!withIds) return walk(field.fields, rest, withIds);
      return rest.length === 1 ? field : walk(field.fields, rest.slice(1), withIds);
    case 'choices':
      return withIds && rest.length === 1 ? field : null;
    default:
      return null;
  }
}

/** `items/<id>/name` → `items/name`: the declared path of a stored one; null when it is unknown. */
export function declaredPath(fields: Fields, path: string): string | null {
  const [first = '', ...rest] = path.split('/');
  const field = Object.hasOwn(fields, first) ? fields[first] : undefined;
  if (!field) return null;
  if (rest.length === 0) return first;
  if (field.type === 'choices') return first;
  if (field.type !== 'group' && field.type !== 'list') return null;
  const inner = field.type === 'list' ? rest.slice(1) : rest;
  if (inner.length === 0) return first;
  const below = declaredPath(field.fields, inner.join('/'));
  return below === null ? null : `${first}/${below}`;
}
