// What a new record or a new entry begins with: the moment, the person at the desk, an id of its own.

import type { Content, ContentValue, Entry } from '../../src-shared/records/content.ts';
import type { IsoDateTime } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Field, Fields, ListField } from '../../src-shared/records/field.ts';

export type Starting = {
  readonly now: IsoDateTime;
  /** Account of the person at the desk. */
  readonly me: string;
  /** Code of the basis of processing that the kind declares; an entry of a list has none. */
  readonly basis?: string;
  readonly newId: () => string;
};

/** Values a declaration asks to be filled in beforehand; groups stay blank, a blank group is not an answer. */
export function startContent(fields: Fields, starting: Starting): Content {
  const values = Object.entries(fields).map(([key, field]) => [key, startValue(field, starting)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function startValue(field: Field, starting: Starting): ContentValue {
  if (field.derived !== undefined) return undefined;
  switch (field.type) {
    case 'date':
      return field.prefill === 'now' ? starting.now.slice(0, 10) : undefined;
    case 'dateTime':
      return field.prefill === 'now' ? starting.now.slice(0, 16) : undefined;
    case 'choice':
      return field.prefill === 'basis' ? starting.basis : undefined;
    case 'officer':
      return field.prefill === 'me' ? starting.me : undefined;
    case 'list':
      return needsOneEntry(field) ? [{ ...startEntry(field.fields, starting), order: 1000 }] : undefined;
    default:
      return undefined;
  }
}

/** A list that may not be empty begins with a blank entry, unless its entries choose among lines of the record. */
function needsOneEntry({ min = 0, fields }: ListField): boolean {
  return min > 0 && !Object.values(fields).some((field) => 'entryOf' in field && field.entryOf !== undefined);
}

/** A new list entry; its order is given by the place it is put. */
export function startEntry(fields: Fields, starting: Starting): Entry {
  return { ...startContent(fields, starting), id: starting.newId() };
}

/** An entry id: unique on every desk, lower case, never digits alone. */
export function newEntryId(): string {
  return `e${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
}
