// Computes the derived fields of a record: inner ones first (a cash line's amount), then those that add them up.

import { rememberByObject } from '../base/remember.ts';
import type { Content, ContentValue } from './content.ts';
import { evaluate } from './evaluate-expression.ts';
import type { Field, Fields } from './field.ts';
import { fieldEntries } from './field-entries.ts';
import { contentOf, entriesOf, outermost, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { shownScalar } from './show.ts';

/** The stored content with its derived fields filled in, in the order of their declaration. */
export function deriveContent(context: RecordContext): Content {
  if (!hasDerived(context.kind.fields)) return context.stored;
  const derived = deriveFields(context, context.kind.fields, context.place);
  const own: Record<string, ContentValue> = {};
  for (const name of Object.keys(derived)) if (isOwn(context, name)) own[name] = derived[name];
  return own;
}

/** The facts of the system that stand beside the fields while they are read are no content. */
function isOwn({ kind, stored }: RecordContext, name: string): boolean {
  return Object.hasOwn(kind.fields, name) || Object.hasOwn(stored, name);
}

function deriveFields(context: RecordContext, fields: Fields, place: Place): Content {
  let here = place;
  const set = (name: string, value: ContentValue) => {
    if (value !== here.content[name]) here = { ...here, content: { ...here.content, [name]: value } };
  };
  for (const [name, field] of fieldEntries(fields)) set(name, deriveInside(context, field, name, here));
  for (const [name, field] of fieldEntries(fields)) {
    if (field.derived)
      set(name, shownScalar(evaluate(field.derived, here, { ...context, place: outermost(here) })) ?? undefined);
  }
  return here.content;
}

function deriveInside(context: RecordContext, field: Field, name: string, outer: Place): ContentValue {
  const value = outer.content[name];
  if ((field.type !== 'group' && field.type !== 'list') || !hasDerived(field.fields)) return value;
  if (value === undefined || value === null || Array.isArray(value) !== (field.type === 'list')) return value;
  const { fields } = field;
  const path = `${outer.path}${name}/`;
  if (field.type === 'group') return deriveFields(context, fields, { fields, content: contentOf(value), path, outer });
  return entriesOf(value).map((entry) => ({
    ...deriveFields(context, fields, { fields, content: entry, path: `${path}${entry.id}/`, entry: entry.id, outer }),
    id: entry.id,
  }));
}

const hasDerived = rememberByObject((fields: Fields): boolean =>
  Object.values(fields).some(
    (field) =>
      field.derived !== undefined || ((field.type === 'group' || field.type === 'list') && hasDerived(field.fields)),
  ),
);
