// What is wrong with the declared workflow: states nobody reaches, steps to nowhere, clocks without a start.

import type { Kind } from '../kind.ts';
import { statesOf, voidKey } from '../record-state.ts';
import type { Deadline, Guard, Transition } from '../workflow.ts';
import { conditionFaults } from './condition-faults.ts';
import { repeated } from './repeated.ts';
import { type Declared, pathFaults, recordScope } from './scope.ts';

export function workflowFaults(declared: Declared): string[] {
  const { kind } = declared;
  return [
    ...(Object.hasOwn(kind.states, kind.initialState) ? [] : [`initial state "${kind.initialState}" is not declared`]),
    ...repeated(kind.transitions.map(({ key }) => key)).map((key) => `step "${key}" is declared twice`),
    ...kind.transitions.flatMap((transition) =>
      transitionFaults(transition, declared).map((fault) => `step "${transition.key}": ${fault}`),
    ),
    ...unreachable(kind).map((state) => `state "${state}" is never reached`),
    ...guardFaults(kind.invariants, declared).map((fault) => `invariant ${fault}`),
    ...repeated(kind.deadlines.map(({ key }) => key)).map((key) => `deadline "${key}" is declared twice`),
    ...kind.deadlines.flatMap((deadline) =>
      deadlineFaults(deadline, declared).map((fault) => `deadline "${deadline.key}": ${fault}`),
    ),
  ];
}

function transitionFaults(transition: Transition, declared: Declared): string[] {
  const { from, to, by, asks = [], guards } = transition;
  const states = statesOf(declared.kind);
  return [
    ...[...from, to].filter((state) => !Object.hasOwn(states, state)).map((state) => `no state "${state}"`),
    ...(from.length === 0 ? ['it starts nowhere'] : []),
    ...(by.length === 0 ? ['nobody may take it'] : []),
    ...(by.includes('system') && guards.length === 0 ? ['the clock would take it at once: it needs a guard'] : []),
    ...asks.flatMap((path) => pathFaults(recordScope(declared.kind), path)),
    ...guardFaults(guards, declared),
  ];
}

function guardFaults(guards: readonly Guard[], declared: Declared): string[] {
  const scope = recordScope(declared.kind);
  return [
    ...repeated(guards.map(({ key }) => key)).map((key) => `"${key}" is declared twice`),
    ...guards.flatMap(({ key, when }) => conditionFaults(when, scope, declared).map((fault) => `"${key}": ${fault}`)),
  ];
}

function deadlineFaults({ from, rule, while: runs }: Deadline, declared: Declared): string[] {
  const scope = recordScope(declared.kind);
  const periods = rule
    ? [rule.years, rule.months, rule.days, rule.workingDays, rule.hours].filter((period) => period !== undefined)
    : [0];
  return [
    ...pathFaults(scope, from, ['date', 'dateTime', 'text']),
    ...(periods.length === 1 ? [] : ['its rule must name exactly one period']),
    ...(periods.every((period) => Number.isSafeInteger(period) && period >= 0)
      ? []
      : ['its period must be whole and not negative']),
    ...conditionFaults(runs, scope, declared),
  ];
}

function unreachable(kind: Kind): string[] {
  const reached = new Set([kind.initialState, voidKey]);
  let before = 0;
  while (before < reached.size) {
    before = reached.size;
    for (const { from, to } of kind.transitions) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return Object.keys(kind.states).filter((state) => !reached.has(state));
}
