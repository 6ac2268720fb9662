// The people of the desk, read from their records.

import { role } from '../../src-shared/contract/inputs.ts';
import type { PersonView, Role } from '../../src-shared/contract/views.ts';
import type { Content } from '../../src-shared/records/content.ts';
import { valuesToContent } from '../../src-shared/records/content-values.ts';
import { codesOf } from '../../src-shared/records/place.ts';
import type { Values } from '../../src-shared/records/record-values.ts';
import { foldText } from '../../src-shared/records/text/fold-text.ts';
import type { Reading } from '../database/database.ts';
import { recordsBegunBy, recordsOfKind } from '../stores/record-store.ts';
import { accountKey, accountKind } from './account-kind.ts';
import { textToValues } from './values-text.ts';

export type Person = PersonView & {
  /** Compared with claimants (procedure rules art. 234); never shown. */
  readonly residentId: string;
};

export type People = {
  readonly all: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
};

const mostPeople = 10_000;

/** @param device this desk's */
export function readPeople(reading: Reading, device: string): People {
  const ofThisDesk = recordsBegunBy(reading, accountKey, device);
  const all = recordsOfKind(reading, accountKey, 0, mostPeople).map((row) =>
    toPerson(row.id, textToValues(row.content), ofThisDesk.has(row.key)),
  );
  return { all, byId: new Map(all.map((person) => [person.id, person])) };
}

function toPerson(id: string, values: Values, isOfThisDesk: boolean): Person {
  const { content } = valuesToContent(accountKind, values);
  const text = (name: string) => (typeof content[name] === 'string' ? content[name] : '');
  const roles = codesOf(content.roles).filter(isRole);
  return {
    id,
    name: text('name'),
    staffNumber: text('staff_number'),
    roles,
    enabled: content.enabled === true,
    residentId: text('resident_id'),
    isOfThisDesk,
  };
}

function isRole(code: string): code is Role {
  return role.safeParse(code).success;
}

export function toPersonView({ id, name, staffNumber, roles, enabled, isOfThisDesk }: Person): PersonView {
  return { id, name, staffNumber, roles, enabled, isOfThisDesk };
}

/** Whether a person block of a record is one of the desk's people: by number where both are known, else by name. */
export function isOneOf(people: People, block: Content): boolean {
  const number = typeof block.id_no === 'string' ? block.id_no.toUpperCase() : '';
  const name = typeof block.name === 'string' ? foldText(block.name) : '';
  return people.all.some((person) => {
    if (number !== '' && person.residentId !== '') return number === person.residentId.toUpperCase();
    return name !== '' && foldText(person.name) === name;
  });
}
