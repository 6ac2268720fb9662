// The kinds this desk works with, checked against one another once, when the product starts.

import { assert } from '../base/assert.ts';
import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CodeLists } from './code-lists.ts';
import { repeated } from './faults/repeated.ts';
import type { Fields } from './field.ts';
import { declaredFieldAt } from './field-at.ts';
import type { Kind } from './kind.ts';
import { statesOf } from './record-state.ts';

export type KindRegistry = {
  readonly all: readonly Kind[];
  readonly codeLists: CodeLists;
  /** Problem `kind_unknown`. */
  readonly get: (key: string) => Result<Kind, Problem>;
};

/** Throws when two kinds share a key or number word, or one names another that is not there. */
export function createKindRegistry(kinds: readonly Kind[], codeLists: CodeLists): KindRegistry {
  const byKey = new Map(kinds.map((kind): [string, Kind] => [kind.key, kind]));
  const faults = [
    ...sharedFaults(kinds),
    ...kinds.flatMap((kind) => referenceFaults(kind, byKey).map((fault) => `${kind.key}: ${fault}`)),
  ];
  assert(faults.length === 0, `kinds that fit together: ${faults.join('; ')}`);
  const get = (key: string): Result<Kind, Problem> => {
    const kind = byKey.get(key);
    return kind ? ok(kind) : err({ code: 'kind_unknown', facts: { kind: key.slice(0, 64) } });
  };
  return { all: kinds, codeLists, get };
}

function sharedFaults(kinds: readonly Kind[]): string[] {
  return [
    ...repeated(kinds.map(({ key }) => key)).map((key) => `two kinds have the key "${key}"`),
    ...repeated(kinds.map(({ numberWord }) => numberWord)).map((word) => `two kinds number with ${word}`),
  ];
}

function referenceFaults(kind: Kind, byKey: ReadonlyMap<string, Kind>): string[] {
  return [
    ...kindsNamed(kind.fields)
      .filter((key) => !byKey.has(key))
      .map((key) => `a field refers to kind "${key}", which is not there`),
    ...matchingFaults(kind, byKey),
    ...(kind.creations ?? []).flatMap(({ key, kind: other, copy }) => {
      const made = byKey.get(other);
      if (!made) return [`creation "${key}" makes kind "${other}", which is not there`];
      return Object.keys(copy)
        .filter((path) => !declaredFieldAt(made.fields, path))
        .map((path) => `creation "${key}" fills "${path}", which ${other} does not have`);
    }),
  ];
}

function matchingFaults({ matching }: Kind, byKey: ReadonlyMap<string, Kind>): string[] {
  if (!matching) return [];
  const other = byKey.get(matching.with);
  if (!other) return [`matching with kind "${matching.with}", which is not there`];
  return [
    ...matching.compare
      .filter(({ theirs }) => !declaredFieldAt(other.fields, theirs))
      .map(({ theirs }) => `matching compares "${theirs}", which ${other.key} does not have`),
    ...matching.states
      .filter((state) => !Object.hasOwn(statesOf(other), state))
      .map((state) => `matching names state "${state}", which ${other.key} does not have`),
  ];
}

function kindsNamed(fields: Fields): string[] {
  return Object.values(fields).flatMap((field) => {
    if (field.type === 'record') return [...field.kinds];
    return field.type === 'group' || field.type === 'list' ? kindsNamed(field.fields) : [];
  });
}
