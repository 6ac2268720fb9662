// A new record: its number, its content, its first state, the draft it came from, in one transaction.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import { err, ok } from '../../src-shared/base/result.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { usualBasis } from '../../src-shared/records/basis-of-processing.ts';
import type { Content } from '../../src-shared/records/content.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { beginningOps, editRecord } from '../../src-shared/records/edit-record.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { noValues } from '../../src-shared/records/record-values.ts';
import type { Writing } from '../database/database.ts';
import { dropDraft } from '../stores/draft-store.ts';
import { actorOf, mayWrite } from './access.ts';
import { commit } from './commit.ts';
import type { Desk } from './desk.ts';
import { isInternal } from './internal-kinds.ts';
import { newEntryId, newRecordId } from './new-ids.ts';
import type { Person } from './people.ts';
import { takeNumber } from './record-numbers.ts';
import type { Save } from './save.ts';
import { surroundingsOf } from './surroundings.ts';

export type NewRecord = {
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly draft?: string | undefined;
};

/** Problems: `not_allowed`, `kind_unknown`, `invalid_fields` with a cause per field, those of the disk. */
export function addRecord(
  desk: Desk,
  person: Person,
  { kind: key, content, draft }: NewRecord,
): Result<SavedView, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const kind = offeredKind(desk, key);
  if (!kind.ok) return kind;
  const onForm = writtenOnForms(kind.value);
  if (!onForm.ok) return onForm;
  return commit(desk, person.id, (writing) => {
    const save = newRecordSave(desk, writing, person, kind.value, content);
    if (!save.ok) return save;
    if (draft !== undefined) dropDraft(writing, person.id, draft);
    return ok({ saves: [save.value], logged: { action: 'saved', detail: { kind: key } } });
  });
}

/** The kind when it is one of casework. */
export function offeredKind(desk: Desk, key: string): Result<Kind, Problem> {
  return isInternal(key) ? err({ code: 'kind_unknown', facts: { kind: key } }) : desk.kinds.get(key);
}

/** Problem `kind_has_own_page`: sheets of custody change more than themselves. */
export function writtenOnForms({ sheet, label }: Kind): Result<null, Problem> {
  return sheet === undefined
    ? ok(null)
    : err({ code: 'kind_has_own_page', facts: { kind: label.zh, kind_en: label.en } });
}

/** Whoever makes a record handles it, and it rests on what its kind declares, unless told otherwise. */
function begun(kind: Kind, person: Person, content: Readonly<Record<string, unknown>>): Content {
  const lacksBasis = Object.hasOwn(kind.fields, 'basis') && (content['basis'] ?? '') === '';
  return {
    ...('handler' in content ? {} : { handler: person.id }),
    ...(lacksBasis ? { basis: usualBasis(kind) } : {}),
  };
}

/** The first save of a record. */
export function newRecordSave(
  desk: Desk,
  writing: Writing,
  person: Person,
  kind: Kind,
  content: Readonly<Record<string, unknown>>,
): Result<Save, Problem> {
  const { crypto, now } = desk.tools;
  const record = newRecordId(now(), crypto);
  const context = createRecordContext(
    kind,
    noValues,
    surroundingsOf(desk, writing, { now: now(), actor: actorOf(person) }),
  );
  const ops = editRecord(context, { ...content, ...begun(kind, person, content) }, () => newEntryId(crypto));
  if (!ops.ok) return ops;
  // Only now, so that a line of many that is refused uses up no number.
  const number = takeNumber(desk, writing, kind, record);
  return ok({ kind: kind.key, record, parents: toParents([]), ops: beginningOps(context, ops.value, number) });
}
