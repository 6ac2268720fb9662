// Where a path of a declaration stands, known from the declaration alone: the same rule as `place.ts`, without content.

import type { CodeLists } from '../code-lists.ts';
import type { Field, Fields } from '../field.ts';
import { declaredFieldAt } from '../field-at.ts';
import type { Kind } from '../kind.ts';
import { systemFields } from '../system-fields.ts';

export type Scope = { readonly fields: Fields; readonly outer: Scope | null };

/** The declaration under test; `where` tells the reader which part of it is wrong. */
export type Declared = { readonly kind: Kind; readonly lists: CodeLists };

export function recordScope(kind: Kind): Scope {
  return { fields: { ...systemFields, ...kind.fields }, outer: null };
}

export function fieldIn(scope: Scope, path: string): Field | null {
  const bare = path.replace(/^\//, '');
  const start = path.startsWith('/') ? outermost(scope) : scopeThatKnows(scope, bare.split('/')[0] ?? '');
  return start ? declaredFieldAt(start.fields, bare) : null;
}

/** The inside of the list or group at the path; null when there is none. */
export function scopeIn(scope: Scope, path: string): Scope | null {
  const field = fieldIn(scope, path);
  return field?.type === 'list' || field?.type === 'group'
    ? { fields: field.fields, outer: parentScope(scope, path) }
    : null;
}

function parentScope(scope: Scope, path: string): Scope {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? scope : (scopeIn(scope, path.slice(0, slash)) ?? scope);
}

function outermost(scope: Scope): Scope {
  return scope.outer ? outermost(scope.outer) : scope;
}

function scopeThatKnows(scope: Scope, name: string): Scope | null {
  if (Object.hasOwn(scope.fields, name)) return scope;
  return scope.outer ? scopeThatKnows(scope.outer, name) : null;
}

/** One fault when there is no such field, or it is of none of the types. */
export function pathFaults(scope: Scope, path: string, types?: readonly Field['type'][]): string[] {
  const field = fieldIn(scope, path);
  if (!field) return [`no field "${path}"`];
  return types && !types.includes(field.type) ? [`"${path}" is a ${field.type}, not ${types.join(' or ')}`] : [];
}
