// Where in a record somebody is described: the blocks with their ID number, or with their phone and name. A block with
// another ID number is somebody else, whoever shares the phone.

import type { Content } from './content.ts';
import type { Fields } from './field.ts';
import { fieldEntries } from './field-entries.ts';
import { isPersonBlock } from './personal-paths.ts';
import { contentOf, entriesOf } from './place.ts';
import { foldText } from './text/fold-text.ts';

export type SoughtPerson = {
  readonly name: string;
  /** One of these two at least; empty where it is not known. */
  readonly idNumber: string;
  readonly phone: string;
};

/** Every block about people, as the beginning of its stored paths: `owner/`, `members/<id>/`. */
export type PersonPlace = { readonly place: string; readonly block: Content };

export function personPlaces(fields: Fields, content: Content, base = ''): readonly PersonPlace[] {
  return fieldEntries(fields).flatMap(([name, field]): readonly PersonPlace[] => {
    const value = content[name];
    if (value === undefined || value === null) return [];
    if (field.type === 'group') return blocksIn(field.fields, contentOf(value), `${base}${name}/`);
    if (field.type !== 'list') return [];
    return entriesOf(value).flatMap((entry) => blocksIn(field.fields, entry, `${base}${name}/${entry.id}/`));
  });
}

function blocksIn(fields: Fields, block: Content, place: string): readonly PersonPlace[] {
  return [...(isPersonBlock(fields) ? [{ place, block }] : []), ...personPlaces(fields, block, place)];
}

/** Places of the sought person, and of everybody else. */
export function placesOf(
  fields: Fields,
  content: Content,
  sought: SoughtPerson,
): { readonly theirs: readonly string[]; readonly others: readonly string[] } {
  const all = personPlaces(fields, content);
  const theirs = all.filter(({ block }) => isPerson(block, sought)).map(({ place }) => place);
  return { theirs, others: all.map(({ place }) => place).filter((place) => !theirs.includes(place)) };
}

export function isPerson(block: Content, { name, idNumber, phone }: SoughtPerson): boolean {
  const [theirId, theirPhone, theirName] = [textOf(block['id_no']), textOf(block['phone']), textOf(block['name'])];
  if (idNumber !== '' && theirId !== '') return same(theirId, idNumber);
  return phone !== '' && digits(theirPhone) === digits(phone) && same(theirName, name);
}

function same(left: string, right: string): boolean {
  return left !== '' && foldText(left).replaceAll(' ', '') === foldText(right).replaceAll(' ', '');
}

function digits(text: string): string {
  return foldText(text).replace(/^\+86|\D/g, '');
}

function textOf(value: Content[string]): string {
  return typeof value === 'string' ? value : '';
}
