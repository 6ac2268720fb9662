// Says everything that is wrong with a record's content, each at the path of its field or line, so that a form can show
// it there and nothing half right is saved.

import type { Problem } from '../base/problem.ts';
import { checkLeaf, isCode, notAChoice } from './check-leaf.ts';
import type { Content, ContentValue } from './content.ts';
import { withContent } from './create-record-context.ts';
import { datePart } from './dates/iso-date-time.ts';
import { holds } from './evaluate-condition.ts';
import type { ChoicesField, Field, GroupField, ListField } from './field.ts';
import { fieldEntries } from './field-entries.ts';
import { newlyBroken } from './guard-conflicts.ts';
import type { Kind } from './kind.ts';
import { wrongType } from './parse-value.ts';
import { contentOf, entriesOf, isFilled, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { idAgreement } from './resident-id-agreement.ts';

/**
 * Checks content as it would be saved. `context` is the record as it is saved now (`noValues` for a new one): what was
 * not changed may keep a code its list has dropped, and an invariant a merge broke does not block other edits.
 */
export function checkRecord(kind: Kind, content: Content, context: RecordContext): Problem[] {
  const edited = withContent({ ...context, kind }, content);
  return [...checkFields(edited.place, kind.fields, edited), ...newlyBroken(context, edited)];
}

function checkFields(at: Place, fields: Kind['fields'], context: RecordContext): Problem[] {
  const own = fieldEntries(fields).flatMap(([name, field]) =>
    checkField(field, at.content[name], `${at.path}${name}`, at, context),
  );
  const names = Object.keys(at.outer ? at.content : context.stored);
  const unknown = names.filter(
    (name) => !Object.hasOwn(fields, name) && !(at.entry !== undefined && isEntryFact(name)),
  );
  return [
    ...own,
    ...unknown.map(
      (name): Problem => ({ code: 'unknown_field', path: `${at.path}${name}`, facts: { field: name.slice(0, 80) } }),
    ),
    ...idAgreement(fields, at.content, at.path, datePart(context.now)),
  ];
}

function isEntryFact(name: string): boolean {
  return name === 'id' || name === 'order';
}

function checkField(field: Field, value: ContentValue, path: string, at: Place, context: RecordContext): Problem[] {
  if (field.derived || (field.shown && !holds(field.shown, at, context))) return [];
  if (!isFilled(value) && isRequired(field, path, at, context)) return [{ code: 'required', path }];
  switch (field.type) {
    case 'group':
      return checkGroup(field, value, path, at, context);
    case 'list':
      return checkList(field, value, path, at, context);
    case 'choices':
      return checkChoices(field, value, path, context);
    default:
      return checkLeaf(field, value, at, context, context.values.get(path) === value).map((problem) => ({
        ...problem,
        path,
      }));
  }
}

/** Fields inside a group that may stay empty are asked for only once something in it is filled in. */
function checkGroup(
  field: GroupField,
  value: ContentValue,
  path: string,
  at: Place,
  context: RecordContext,
): Problem[] {
  if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value)))
    return [{ ...wrongType('group').problem, path }];
  if (!isFilled(value)) return [];
  return checkFields(
    { fields: field.fields, content: contentOf(value), path: `${path}/`, outer: at },
    field.fields,
    context,
  );
}

function checkList(field: ListField, value: ContentValue, path: string, at: Place, context: RecordContext): Problem[] {
  if (value !== undefined && value !== null && !Array.isArray(value)) return [{ ...wrongType('list').problem, path }];
  const entries = entriesOf(value);
  const { min = 0, max = Number.POSITIVE_INFINITY } = field;
  const problems = entries.flatMap((entry) =>
    checkFields(
      { fields: field.fields, content: entry, path: `${path}/${entry.id}/`, entry: entry.id, outer: at },
      field.fields,
      context,
    ),
  );
  if (entries.length < min) problems.push({ code: 'too_few_entries', path, facts: { min, count: entries.length } });
  if (entries.length > max) problems.push({ code: 'too_many_entries', path, facts: { max, count: entries.length } });
  return problems;
}

function checkChoices(field: ChoicesField, value: ContentValue, path: string, context: RecordContext): Problem[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ ...wrongType('codes').problem, path }];
  const isAllowed = (code: unknown) =>
    typeof code === 'string' && (isCode(field.codes, code, context) || context.values.get(`${path}/${code}`) === true);
  return value.filter((code) => !isAllowed(code)).map((code) => ({ ...notAChoice(code), path }));
}

function isRequired(field: Field, path: string, at: Place, context: RecordContext): boolean {
  if (field.staysFilled && (context.values.get(path) ?? null) !== null) return true;
  if (field.required === undefined) return false;
  return field.required === true || holds(field.required, at, context);
}
