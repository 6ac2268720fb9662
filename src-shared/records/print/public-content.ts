// What of a record a paper for the public may show: sensitive fields are gone, internal ones masked in posting style or
// gone (PIPL art. 25: no publication without separate consent; the notice of a found thing never tells its secret marks).

import type { Content, ContentValue } from '../content.ts';
import type { Field, Fields } from '../field.ts';
import { maskProfiles } from '../masks/mask-profiles.ts';
import { maskText } from '../mask-text.ts';
import { contentOf, entriesOf } from '../place.ts';

/** The same tree without what the public may not read. */
export function publicContent(fields: Fields, content: Content): Content {
  const kept = Object.entries(fields).map(([name, field]) => [name, publicValue(field, content[name], content)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

function publicValue(field: Field, value: ContentValue, beside: Content): ContentValue {
  if (value === undefined || value === null) return undefined;
  if (field.sensitivity === 'sensitive') return undefined;
  if (field.type === 'group') return publicContent(field.fields, contentOf(value));
  if (field.type === 'list') return entriesOf(value).map((entry) => ({ ...publicContent(field.fields, entry), id: entry.id }));
  if (field.sensitivity !== 'internal') return value;
  if (field.mask === undefined || typeof value !== 'string') return undefined;
  return maskText(value, field.mask, beside.gender, maskProfiles.posting);
}
