// A person as a kind asks for one: a block that must name somebody, or the fields of a list entry about a person.

import { required } from '../../../base/assert.ts';
import { personFields } from '../../common-fields.ts';
import type { Condition } from '../../condition.ts';
import type { Fields, GroupField } from '../../field.ts';
import { words } from '../../words.ts';

/** Somebody is named, wholly or as far as known (舒某); nothing is invented for the rest. */
const namedInPart: Condition = { filled: 'name_partial' };

/** Person fields of a list entry; the name may also be missing while `unless` holds (an anonymous finder). */
export function personEntry(more: Fields = {}, unless?: Condition): Fields {
  const name = required(personFields['name'], 'persons have a name');
  const excused: Condition = unless === undefined ? namedInPart : { any: [namedInPart, unless] };
  return { ...personFields, name: { ...name, required: { not: excused } }, ...more };
}

/** A person block that must name somebody. */
export function namedPerson(zh: string, en: string, more: Fields = {}): GroupField {
  return { type: 'group', label: words(zh, en), required: true, fields: personEntry(more) };
}

/** Name of the person whose fields lie at `path` (ending in `/`, or empty inside an entry). */
export function nameAt(path: string) {
  return { first: [{ field: `${path}name` }, { field: `${path}name_partial` }] } as const;
}
