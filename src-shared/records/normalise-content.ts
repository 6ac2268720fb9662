// A whole content in the spelling it is stored in: digits folded, numbers without blanks, birth dates filled from ID
// numbers. What cannot be read stays as it came, for `check-record.ts` to name.

import type { Content, ContentValue, Entry } from './content.ts';
import type { IsoDate } from './dates/iso-date.ts';
import type { Field, Fields } from './field.ts';
import type { Kind } from './kind.ts';
import { parseValue } from './parse-value.ts';
import { codesOf, contentOf, entriesOf } from './place.ts';
import { idFillings } from './resident-id-agreement.ts';

/** Leaves out what is empty; keeps ids and orders of entries. Normalising twice changes nothing. */
export function normaliseContent(kind: Kind, content: Content, today: IsoDate): Content {
  return normaliseFields(kind.fields, content, today);
}

function normaliseFields(fields: Fields, content: Content, today: IsoDate): Content {
  const normal: Record<string, ContentValue> = {};
  for (const [name, value] of Object.entries(content)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const stored = field ? normaliseField(field, value, today) : value;
    if (stored !== undefined && stored !== null) normal[name] = stored;
  }
  for (const { path, value } of idFillings(fields, normal, '', today)) normal[path] = value;
  return normal;
}

function normaliseField(field: Field, value: ContentValue, today: IsoDate): ContentValue {
  if (value === undefined || value === null) return undefined;
  switch (field.type) {
    case 'group':
      return isPlain(value) ? normaliseFields(field.fields, contentOf(value), today) : value;
    case 'list':
      return Array.isArray(value) ? entriesOf(value).map((entry) => normaliseEntry(field.fields, entry, today)) : value;
    case 'choices':
      return Array.isArray(value) ? [...new Set(codesOf(value))].sort() : value;
    default: {
      const parsed = parseValue(field, value);
      return parsed.ok ? parsed.value : value;
    }
  }
}

function normaliseEntry(fields: Fields, entry: Entry, today: IsoDate): Entry {
  return { ...normaliseFields(fields, entry, today), id: entry.id };
}

function isPlain(value: ContentValue): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
