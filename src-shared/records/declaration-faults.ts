// Everything that contradicts itself in the declaration of a kind, so that a slip is found when the product starts.

import { type CodeLists, codeLists } from './code-lists.ts';
import { conditionFaults } from './faults/condition-faults.ts';
import { documentFaults } from './faults/document-faults.ts';
import { expressionFaults } from './faults/expression-faults.ts';
import { fieldFaults } from './faults/field-faults.ts';
import { repeated } from './faults/repeated.ts';
import { type Declared, pathFaults, recordScope, scopeIn } from './faults/scope.ts';
import { titleFaults } from './faults/title-faults.ts';
import { workflowFaults } from './faults/workflow-faults.ts';
import type { Creation, Kind, Measure } from './kind.ts';

/** One sentence per fault; empty when the declaration is whole. What one kind says of another is `kind-registry.ts`. */
export function declarationFaults(kind: Kind, lists: CodeLists = codeLists): string[] {
  const declared: Declared = { kind, lists };
  return [
    ...(/^[a-z][a-z0-9_]{0,63}$/.test(kind.key) ? [] : ['its key must be lower-case letters, digits and _']),
    ...(kind.numberWord === '' ? ['it has no word for record numbers'] : []),
    ...sectionFaults(kind),
    ...fieldFaults(declared),
    ...workflowFaults(declared),
    ...documentFaults(declared),
    ...shownFaults(declared),
    ...(kind.creations ?? []).flatMap((creation) =>
      creationFaults(creation, declared).map((fault) => `creation "${creation.key}": ${fault}`),
    ),
  ];
}

/** Every field stands in exactly one section, as on the paper form. */
function sectionFaults({ sections, fields }: Kind): string[] {
  const listed = sections.flatMap((section) => section.fields);
  return [
    ...repeated(sections.map(({ key }) => key)).map((key) => `section "${key}" is declared twice`),
    ...listed
      .filter((name) => !Object.hasOwn(fields, name))
      .map((name) => `a section names "${name}", which is no field`),
    ...repeated(listed).map((name) => `field "${name}" stands in two sections`),
    ...Object.keys(fields)
      .filter((name) => !listed.includes(name))
      .map((name) => `field "${name}" stands in no section`),
  ];
}

function shownFaults(declared: Declared): string[] {
  const { kind } = declared;
  const scope = recordScope(kind);
  return [
    ...expressionFaults(kind.title, scope, declared).map((fault) => `title: ${fault}`),
    ...titleFaults(kind.title, scope),
    ...pathFaults(scope, kind.occurredAt, ['date', 'dateTime']).map((fault) => `occurredAt: ${fault}`),
    ...kind.register.flatMap(({ label, value }) =>
      expressionFaults(value, scope, declared).map((fault) => `register column ${label.zh}: ${fault}`),
    ),
    ...kind.measures.flatMap((measure) =>
      measureFaults(measure, declared).map((fault) => `measure "${measure.key}": ${fault}`),
    ),
    ...repeated(kind.measures.map(({ key }) => key)).map((key) => `measure "${key}" is declared twice`),
    ...[...kind.list.columns, ...kind.list.filters, ...kind.secondPerson]
      .flatMap((path) => pathFaults(scope, path))
      .map((fault) => `list or second person: ${fault}`),
    ...(kind.matching?.compare ?? [])
      .flatMap(({ mine }) => pathFaults(scope, mine))
      .map((fault) => `matching: ${fault}`),
  ];
}

function measureFaults({ value, where, each, at, approximate, different }: Measure, declared: Declared): string[] {
  const record = recordScope(declared.kind);
  const scope = each === undefined ? record : scopeIn(record, each);
  if (!scope) return [`"${each}" is no list`];
  return [
    ...(value === 'records' ? [] : expressionFaults(value, scope, declared)),
    ...[where, approximate].flatMap((condition) => (condition ? conditionFaults(condition, scope, declared) : [])),
    ...(different === undefined ? [] : pathFaults(record, different, ['record'])),
    ...daysOf(at).flatMap((path) => pathFaults(scope, path, ['date', 'dateTime'])),
  ];
}

function daysOf(at: Measure['at']): readonly string[] {
  if (at === undefined) return [];
  return typeof at === 'string' ? [at] : at;
}

function creationFaults({ from, into, copy }: Creation, declared: Declared): string[] {
  const entry = scopeIn(recordScope(declared.kind), from);
  if (!entry) return [`"${from}" is no list`];
  return [
    ...pathFaults(entry, into, ['record']),
    ...Object.values(copy).flatMap((expression) => expressionFaults(expression, entry, declared)),
  ];
}
