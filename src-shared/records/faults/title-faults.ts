// A title stands in every list, search result and task of the desk, unmasked: nothing sensitive may be in it.

import type { Expression } from '../expression.ts';
import type { Sensitivity } from '../field.ts';
import { fieldIn, type Scope, scopeIn } from './scope.ts';

export function titleFaults(title: Expression, scope: Scope): string[] {
  return plainPaths(title)
    .filter(
      ({ path, list }) =>
        isSensitive(list === null ? scope : (scopeIn(scope, list) ?? scope), path) ||
        (list !== null && isSensitive(scope, list)),
    )
    .map(({ path }) => `title: "${path}" is sensitive and not masked`);
}

type Shown = { readonly path: string; readonly list: string | null };

/** Paths whose values are shown as they are; `list` is the list an `each` reads them from. */
function plainPaths(expression: Expression, list: string | null = null): readonly Shown[] {
  if ('field' in expression) return [{ path: expression.field, list }];
  if ('join' in expression) return expression.join.flatMap((part) => plainPaths(part, list));
  if ('first' in expression) return expression.first.flatMap((part) => plainPaths(part, list));
  if ('each' in expression) return plainPaths(expression.show, expression.each);
  if ('when' in expression)
    return [expression.then, ...(expression.else ? [expression.else] : [])].flatMap((part) => plainPaths(part, list));
  if ('sum' in expression) return [expression.sum].flat().map((path) => ({ path, list }));
  if ('product' in expression) return expression.product.map((path) => ({ path, list }));
  return 'inWords' in expression ? plainPaths(expression.inWords, list) : [];
}

/** The field itself, or a group or list on the way to it. */
function isSensitive(scope: Scope, path: string): boolean {
  const segments = path.replace(/^\//, '').split('/');
  const sensitivities = segments.map(
    (_, index): Sensitivity | undefined => fieldIn(scope, segments.slice(0, index + 1).join('/'))?.sensitivity,
  );
  return sensitivities.includes('sensitive');
}
