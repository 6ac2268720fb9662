// What is wrong with the declared fields: names, code lists, limits, conditions, computed values.

import type { Field, Fields } from '../field.ts';
import { systemFields } from '../system-fields.ts';
import { systemRoots } from '../system-paths.ts';
import { conditionFaults } from './condition-faults.ts';
import { expressionFaults } from './expression-faults.ts';
import { type Declared, pathFaults, recordScope, type Scope, scopeIn } from './scope.ts';

const entryNames: readonly string[] = ['id', 'order', 'removed'];

export function fieldFaults(declared: Declared): string[] {
  const { fields } = declared.kind;
  const taken = Object.keys(fields).filter((name) => systemRoots.has(name) || Object.hasOwn(systemFields, name));
  const scope = recordScope(declared.kind);
  return [
    ...taken.map((name) => `field "${name}": the name is the system's`),
    ...faultsIn(fields, scope, '', declared),
  ];
}

function faultsIn(fields: Fields, scope: Scope, base: string, declared: Declared): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = base + name;
    const inside =
      field.type === 'group' || field.type === 'list'
        ? faultsIn(field.fields, { fields: field.fields, outer: scope }, `${path}/`, declared)
        : [];
    return [...ownFaults(name, field, scope, declared).map((fault) => `field "${path}": ${fault}`), ...inside];
  });
}

function ownFaults(name: string, field: Field, scope: Scope, declared: Declared): string[] {
  const conditions = [field.required === true ? undefined : field.required, field.shown].filter(
    (condition) => condition !== undefined,
  );
  return [
    ...(/^[a-z][a-z0-9_]{0,63}$/.test(name) ? [] : ['its name must be lower-case letters, digits and _']),
    ...(field.label.zh === '' || field.label.en === '' ? ['it has no label in both languages'] : []),
    ...conditions.flatMap((condition) => conditionFaults(condition, scope, declared)),
    ...(field.derived ? expressionFaults(field.derived, scope, declared) : []),
    ...(field.derived && field.required ? ['it is computed, so it cannot be required'] : []),
    ...typeFaults(field, scope, declared),
  ];
}

function typeFaults(field: Field, scope: Scope, declared: Declared): string[] {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return Object.hasOwn(declared.lists, field.codes) ? [] : [`no code list "${field.codes}"`];
    case 'date':
    case 'dateTime':
      return field.notBefore === undefined ? [] : pathFaults(scope, field.notBefore, ['date', 'dateTime']);
    case 'integer':
    case 'money':
      return limitFaults(field.min, field.max);
    case 'list':
      return [...limitFaults(field.min, field.max), ...reservedFaults(field.fields)];
    case 'text':
    case 'longText':
      return (field.entryOf ?? []).flatMap((list) =>
        scopeIn(recordScope(declared.kind), list) ? [] : [`"${list}" is no list`],
      );
    default:
      return [];
  }
}

function limitFaults(min: number | undefined, max: number | undefined): string[] {
  return min !== undefined && max !== undefined && min > max
    ? [`its least (${min}) is more than its most (${max})`]
    : [];
}

function reservedFaults(fields: Fields): string[] {
  return entryNames.filter((name) => Object.hasOwn(fields, name)).map((name) => `every entry has "${name}" already`);
}
