// A kind with everything a program or a person needs to write records of it: the declaration, the code lists it uses,
// and the fields and states every record has.

import type { CodeList, CodeLists } from './code-lists.ts';
import type { Field, Fields } from './field.ts';
import type { Kind } from './kind.ts';
import { statesOf } from './record-state.ts';
import { systemFields } from './system-fields.ts';

export type KindDescription = Kind & {
  readonly codeLists: CodeLists;
  /** Kept by the system, read-only. */
  readonly systemFields: Fields;
};

/** JSON-safe: it survives `JSON.parse(JSON.stringify(…))` unchanged. */
export function describeKind(kind: Kind, codeLists: CodeLists): KindDescription {
  const used = [...new Set(listsUsed(kind.fields))].sort();
  const lists = used.flatMap((name): [string, CodeList][] => {
    const list = Object.hasOwn(codeLists, name) ? codeLists[name] : undefined;
    return list ? [[name, list]] : [];
  });
  return { ...kind, states: statesOf(kind), codeLists: Object.fromEntries(lists), systemFields };
}

function listsUsed(fields: Fields): string[] {
  return Object.values(fields).flatMap((field: Field) => {
    if (field.type === 'choice' || field.type === 'choices') return [field.codes];
    return field.type === 'group' || field.type === 'list' ? listsUsed(field.fields) : [];
  });
}
