// What is wrong with a declared condition: paths, states, roles, deadlines and codes that do not exist.

import { assertNever } from '../../base/assert.ts';
import type { Scalar } from '../../base/scalar.ts';
import type { Condition, Taking } from '../condition.ts';
import type { Field } from '../field.ts';
import { statesOf } from '../record-state.ts';
import { type Declared, fieldIn, pathFaults, recordScope, type Scope, scopeIn } from './scope.ts';

const numbers: readonly Field['type'][] = ['integer', 'money'];

export function conditionFaults(condition: Condition, scope: Scope, declared: Declared): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => conditionFaults(part, scope, declared));
  if ('any' in condition) return condition.any.flatMap((part) => conditionFaults(part, scope, declared));
  if ('not' in condition) return conditionFaults(condition.not, scope, declared);
  if ('every' in condition) return insideFaults(condition.every, scope, declared);
  if ('some' in condition) return insideFaults(condition.some, scope, declared);
  if ('within' in condition) return takingFaults(condition.within, scope, declared);
  if ('covered' in condition) return takingFaults(condition.covered, scope, declared);
  return isAboutFacts(condition) ? factFaults(condition, scope, declared) : fieldFaults(condition, scope, declared);
}

type Plain = Exclude<
  Condition,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { every: unknown }
  | { some: unknown }
  | { within: unknown }
  | { covered: unknown }
>;
type About = Extract<
  Plain,
  | { inState: unknown }
  | { attached: unknown }
  | { passed: unknown }
  | { printed: unknown }
  | { actorIs: unknown }
  | { actorIsNot: unknown }
>;

function isAboutFacts(condition: Plain): condition is About {
  return ['inState', 'attached', 'passed', 'printed', 'actorIs', 'actorIsNot'].some((name) => name in condition);
}

function factFaults(condition: About, scope: Scope, { kind }: Declared): string[] {
  if ('inState' in condition)
    return condition.inState.filter((key) => !Object.hasOwn(statesOf(kind), key)).map((key) => `no state "${key}"`);
  if ('attached' in condition)
    return Object.hasOwn(kind.attachmentRoles, condition.attached)
      ? []
      : [`no attachment role "${condition.attached}"`];
  if ('passed' in condition)
    return kind.deadlines.some(({ key }) => key === condition.passed) ? [] : [`no deadline "${condition.passed}"`];
  if ('printed' in condition)
    return kind.documents.some(({ key }) => key === condition.printed) ? [] : [`no document "${condition.printed}"`];
  const paths = 'actorIs' in condition ? condition.actorIs : condition.actorIsNot;
  return paths.flatMap((path) => pathFaults(scope, path, ['officer']));
}

function fieldFaults(condition: Exclude<Plain, About>, scope: Scope, declared: Declared): string[] {
  if ('filled' in condition) return pathFaults(scope, condition.filled);
  if ('equals' in condition) return valueFaults(condition.equals[0], [condition.equals[1]], scope, declared);
  if ('oneOf' in condition) return valueFaults(condition.oneOf[0], condition.oneOf[1], scope, declared);
  if ('has' in condition)
    return [
      ...pathFaults(scope, condition.has[0], ['choices']),
      ...valueFaults(condition.has[0], [condition.has[1]], scope, declared),
    ];
  if ('different' in condition) return condition.different.flatMap((path) => pathFaults(scope, path));
  if ('notAfter' in condition)
    return condition.notAfter.flatMap((path) => pathFaults(scope, path, ['date', 'dateTime', ...numbers]));
  if ('atLeast' in condition) return pathFaults(scope, condition.atLeast[0], [...numbers, 'list', 'choices']);
  if ('notAnOfficer' in condition)
    return pathFaults(scope, condition.notAnOfficer, ['group', 'list', 'text', 'officer']);
  if ('linkedDone' in condition) return pathFaults(scope, condition.linkedDone, ['record']);
  return assertNever(condition, 'condition');
}

function valueFaults(path: string, values: readonly Scalar[], scope: Scope, { lists }: Declared): string[] {
  const field = fieldIn(scope, path);
  if (!field) return pathFaults(scope, path);
  if (field.type !== 'choice' && field.type !== 'choices') return [];
  const codes = lists[field.codes] ?? {};
  return values
    .filter((value) => value !== null && !Object.hasOwn(codes, String(value)))
    .map((value) => `"${path}" has no code "${String(value)}" (${field.codes})`);
}

function insideFaults([path, inner]: readonly [string, Condition], scope: Scope, declared: Declared): string[] {
  const inside = scopeIn(scope, path);
  return inside ? conditionFaults(inner, inside, declared) : [`"${path}" is no list or group`];
}

function takingFaults(taking: Taking, scope: Scope, declared: Declared): string[] {
  const taken = scopeIn(scope, taking.taken);
  const held = taking.held.flatMap(({ list, amount, where }) => {
    const inside = scopeIn(recordScope(declared.kind), list);
    if (!inside) return [`"${list}" is no list`];
    return [
      ...(amount === undefined ? [] : pathFaults(inside, amount, numbers)),
      ...(where ? conditionFaults(where, inside, declared) : []),
    ];
  });
  if (!taken) return [...held, `"${taking.taken}" is no list`];
  return [...held, ...pathFaults(taken, taking.line, ['text']), ...pathFaults(taken, taking.amount, numbers)];
}
