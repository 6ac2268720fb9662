// Adding and changing people. Their record is history like any other; their password lives in the keyring alone.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { keepers } from '../../src-shared/contract/permissions.ts';
import type { PersonView, Role } from '../../src-shared/contract/views.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { editRecord, newRecordOps } from '../../src-shared/records/edit-record.ts';
import { noValues, type Op } from '../../src-shared/records/record-values.ts';
import type { Reading, Writing } from '../database/database.ts';
import { changesOf } from '../stores/change-store.ts';
import { recordById } from '../stores/record-store.ts';
import { needRole } from './access.ts';
import { accountKey, accountKind } from './account-kind.ts';
import { commit } from './commit.ts';
import type { Desk } from './desk.ts';
import { newEntryId } from './new-ids.ts';
import { type Person, readPeople, toPersonView } from './people.ts';
import { rolesProblem } from './role-separation.ts';
import type { Save } from './save.ts';
import { surroundingsOf } from './surroundings.ts';

export type PersonFields = {
  readonly name?: string | undefined;
  readonly staffNumber?: string | undefined;
  readonly residentId?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly enabled?: boolean | undefined;
};

/** Saves the record of a new person under `id`, which the keyring has already. Problems: `not_allowed`, `roles_not_together`, `staff_number_taken`, `invalid_fields`. */
export function addPersonRecord(desk: Desk, by: Person, id: string, fields: PersonFields): Result<PersonView, Problem> {
  const problem = personProblem(desk, by, null, fields);
  if (problem) return err(problem);
  const saved = commit(desk, by.id, (writing) => {
    const save = newPersonSave(desk, writing, id, { ...fields, enabled: true });
    return save.ok ? ok({ saves: [save.value], logged: { action: 'person_added' } }) : save;
  });
  return saved.ok ? viewOf(desk, id) : saved;
}

/** The first save of a person's record. */
export function newPersonSave(desk: Desk, writing: Writing, id: string, fields: PersonFields): Result<Save, Problem> {
  const context = createRecordContext(accountKind, noValues, surroundingsOf(desk, writing, { now: desk.tools.now() }));
  const ops = newRecordOps(context, toContent(fields), '', () => newEntryId(desk.tools.crypto));
  return ops.ok ? ok({ kind: accountKey, record: id, parents: toParents([]), ops: ops.value }) : ops;
}

/** Problems: `not_allowed`, `person_unknown`, `last_head`, `own_roles`, `roles_not_together`, `staff_number_taken`, `invalid_fields`. */
export function changePersonRecord(
  desk: Desk,
  by: Person,
  id: string,
  fields: PersonFields,
): Result<PersonView, Problem> {
  const problem = personProblem(desk, by, id, fields);
  if (problem) return err(problem);
  const saved = commit(desk, by.id, (writing) => {
    const row = recordById(writing, id);
    if (!row || row.kind !== accountKey) return err({ code: 'person_unknown' });
    const merged = mergeRecord(changesOf(writing, row.key, desk.tools.crypto));
    const ops = personOps(desk, writing, merged.values, fields);
    if (!ops.ok) return ops;
    const unchanged = { id, number: '', change: merged.updated.change, heads: merged.heads };
    if (ops.value.length === 0) return ok({ unchanged });
    const save = { kind: accountKey, record: id, parents: toParents(merged.heads), ops: ops.value };
    return ok({
      saves: [save],
      logged: { action: 'person_changed', detail: { changed: Object.keys(fields).join(' ') } },
    });
  });
  return saved.ok ? viewOf(desk, id) : saved;
}

function personOps(
  desk: Desk,
  reading: Reading,
  values: ReadonlyMap<string, Op['value']>,
  fields: PersonFields,
): Result<Op[], Problem> {
  const context = createRecordContext(accountKind, values, surroundingsOf(desk, reading, { now: desk.tools.now() }));
  return editRecord(context, toContent(fields), () => newEntryId(desk.tools.crypto));
}

function toContent({ name, staffNumber, residentId, roles, enabled }: PersonFields): Readonly<Record<string, unknown>> {
  return { name, staff_number: staffNumber, resident_id: residentId, roles, enabled };
}

/** People of other desks are managed where they work. */
function whyNotOurs({ people }: Desk, id: string): Problem {
  const known = people.current.byId.get(id);
  return known === undefined
    ? { code: 'person_unknown' }
    : { code: 'person_of_another_desk', facts: { name: known.name } };
}

/** Who may, and what must stay true of the desk's people as a whole. */
function personProblem(desk: Desk, by: Person, id: string | null, fields: PersonFields): Problem | null {
  const allowed = needRole(by, keepers);
  if (!allowed.ok) return allowed.problem;
  const all = desk.people.current.all.filter(({ isOfThisDesk }) => isOfThisDesk);
  if (id !== null && !all.some((person) => person.id === id)) return whyNotOurs(desk, id);
  const holder = all.find(
    (person) => person.id !== id && person.staffNumber !== '' && person.staffNumber === fields.staffNumber,
  );
  if (holder) return { code: 'staff_number_taken', facts: { number: holder.staffNumber, name: holder.name } };
  const separated = rolesProblem(by, all.find((person) => person.id === id) ?? null, fields.roles);
  if (separated || id === null) return separated;
  const after = all.map((person) =>
    person.id === id ? { roles: fields.roles ?? person.roles, enabled: fields.enabled ?? person.enabled } : person,
  );
  const remains = (role: Role) => after.some((person) => person.enabled && person.roles.includes(role));
  return remains('head') && remains('system_administrator') ? null : { code: 'last_head' };
}

function viewOf(desk: Desk, id: string): Result<PersonView, Problem> {
  const person =
    desk.people.current.byId.get(id) ?? readPeople(desk.database.reading, desk.device.signer.device).byId.get(id);
  return person ? ok(toPersonView(person)) : err({ code: 'person_unknown' });
}
