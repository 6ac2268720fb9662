// What is wrong with a declared expression: paths and deadlines that do not exist, sums of what is no number.

import { assertNever } from '../../base/assert.ts';
import type { Condition } from '../condition.ts';
import type { Expression } from '../expression.ts';
import type { Field } from '../field.ts';
import { conditionFaults } from './condition-faults.ts';
import { type Declared, fieldIn, pathFaults, recordScope, type Scope, scopeIn } from './scope.ts';

const numbers: readonly Field['type'][] = ['integer', 'money'];

export function expressionFaults(expression: Expression, scope: Scope, declared: Declared): string[] {
  if ('text' in expression || 'record' in expression) return [];
  if ('field' in expression) return pathFaults(scope, expression.field);
  if ('join' in expression) return expression.join.flatMap((part) => expressionFaults(part, scope, declared));
  if ('first' in expression) return expression.first.flatMap((part) => expressionFaults(part, scope, declared));
  if ('inWords' in expression) return expressionFaults(expression.inWords, scope, declared);
  if ('masked' in expression) return expressionFaults(expression.masked, scope, declared);
  if ('due' in expression)
    return declared.kind.deadlines.some(({ key }) => key === expression.due) ? [] : [`no deadline "${expression.due}"`];
  if ('when' in expression) {
    const chosen = [expression.then, ...(expression.else ? [expression.else] : [])].flatMap((part) =>
      expressionFaults(part, scope, declared),
    );
    return [...conditionFaults(expression.when, scope, declared), ...chosen];
  }
  return overLists(expression, scope, declared);
}

type OverLists = Extract<
  Expression,
  | { each: unknown }
  | { sum: unknown }
  | { count: unknown }
  | { product: unknown }
  | { minutes: unknown }
  | { day: unknown }
  | { entry: unknown }
>;

function overLists(expression: OverLists, scope: Scope, declared: Declared): string[] {
  if ('each' in expression) {
    const inside = scopeIn(scope, expression.each);
    if (!inside) return [`"${expression.each}" is no list`];
    return [...expressionFaults(expression.show, inside, declared), ...whereFaults(expression.where, inside, declared)];
  }
  if ('sum' in expression) {
    const paths = typeof expression.sum === 'string' ? [expression.sum] : expression.sum;
    return paths.flatMap((path) => [
      ...pathFaults(scope, path, numbers),
      ...whereFaults(expression.where, around(scope, path), declared),
    ]);
  }
  if ('count' in expression) {
    const inside = scopeIn(scope, expression.count);
    return [
      ...pathFaults(scope, expression.count, ['list', 'choices']),
      ...(inside ? whereFaults(expression.where, inside, declared) : []),
    ];
  }
  if ('product' in expression) return expression.product.flatMap((path) => pathFaults(scope, path, numbers));
  if ('minutes' in expression)
    return expression.minutes.flatMap((path) => pathFaults(scope, path, ['date', 'dateTime']));
  if ('day' in expression) return pathFaults(scope, expression.day, ['date', 'dateTime']);
  if ('entry' in expression) return entryFaults(expression, scope, declared);
  return assertNever(expression, 'expression');
}

function entryFaults(expression: Extract<Expression, { entry: unknown }>, scope: Scope, declared: Declared): string[] {
  const field = fieldIn(scope, expression.entry);
  if (field?.type !== 'text' || !field.entryOf)
    return [`"${expression.entry}" does not name the lists its entry is in`];
  const insides = field.entryOf
    .map((list) => scopeIn(recordScope(declared.kind), list))
    .filter((inside) => inside !== null);
  // Entries of several lists differ; a fault is what is wrong in all of them.
  const [first = [], ...others] = insides.map((inside) => expressionFaults(expression.show, inside, declared));
  return first.filter((fault) => others.every((faults) => faults.includes(fault)));
}

function whereFaults(where: Condition | undefined, scope: Scope, declared: Declared): string[] {
  return where ? conditionFaults(where, scope, declared) : [];
}

function around(scope: Scope, path: string): Scope {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? scope : (scopeIn(scope, path.slice(0, slash)) ?? scope);
}
