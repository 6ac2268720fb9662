// Makes the record that a list entry asks for (a visit's demand becomes a to-do) and ties the two together, both or none.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { Content, ContentValue } from '../../src-shared/records/content.ts';
import { evaluate } from '../../src-shared/records/evaluate-expression.ts';
import type { Expression } from '../../src-shared/records/expression.ts';
import type { Creation } from '../../src-shared/records/kind.ts';
import { entriesAt, find, isFilled, type Place } from '../../src-shared/records/place.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import { shownScalar } from '../../src-shared/records/show.ts';
import { newRecordSave, offeredKind } from './add-record.ts';
import { type Changing, changeRecord, type Plan, type Target } from './change-record.ts';
import type { Desk } from './desk.ts';
import { newEntryId } from './new-ids.ts';
import type { Person } from './people.ts';

export type CreationRequest = Target & {
  readonly creation: string;
  readonly entry: string;
  readonly content: Readonly<Record<string, unknown>>;
};

/** Answers for the new record. Problems: `creation_unknown`, `entry_unknown`, `already_created`, those of a new record. */
export function createLinkedRecord(desk: Desk, person: Person, request: CreationRequest): Result<SavedView, Problem> {
  return changeRecord(desk, person, request, (changing) => plan(desk, person, request, changing));
}

function plan(
  desk: Desk,
  person: Person,
  { creation: key, entry, content }: CreationRequest,
  { writing, record, context }: Changing,
): Result<Plan, Problem> {
  const creation = record.kind.creations?.find((declared) => declared.key === key);
  if (!creation) return err({ code: 'creation_unknown', facts: { creation: key } });
  const place = entriesAt(context.place, creation.from).find((one) => one.entry === entry);
  if (!place) return err({ code: 'entry_unknown', path: `${creation.from}/${entry}` });
  if (isFilled(place.content[creation.into]))
    return err({ code: 'already_created', path: `${place.path}${creation.into}` });
  const kind = offeredKind(desk, creation.kind);
  if (!kind.ok) return kind;
  const save = newRecordSave(desk, writing, person, kind.value, { ...copied(creation, place, context), ...content });
  if (!save.ok) return save;
  const made = {
    ...save.value,
    ops: [...save.value.ops, ...linkOps(newEntryId(desk.tools.crypto), record.row.id, record.kind.key, creation.key)],
  };
  const ops = [{ path: `${place.path}${creation.into}`, value: save.value.record }];
  return ok({ ops, made, logged: { action: 'saved', detail: { kind: creation.kind, creation: key } } });
}

/** What the declaration copies: values of fields as they are stored, anything else as it reads. */
function copied({ copy }: Creation, place: Place, context: RecordContext): Content {
  const values = Object.entries(copy).map(
    ([path, expression]) => [path, copiedValue(expression, place, context)] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => isFilled(value)));
}

function copiedValue(expression: Expression, place: Place, context: RecordContext): ContentValue {
  if ('field' in expression) return find(place, expression.field)[0]?.value;
  return shownScalar(evaluate(expression, place, context));
}

/** The link back from the new record. */
export function linkOps(id: string, record: string, kind: string, relation: string): Op[] {
  const link = `links/${id}`;
  return [
    { path: link, value: true },
    { path: `${link}/record`, value: record },
    { path: `${link}/kind`, value: kind },
    { path: `${link}/relation`, value: relation },
  ];
}
