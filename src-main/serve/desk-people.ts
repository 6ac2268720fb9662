// Who may open the desk: people and passwords, where the record of a person and their key have to change together.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { PersonView } from '../../src-shared/contract/views.ts';
import type { AuditAction } from '../../src-shared/records/audit-actions.ts';
import type { Desk } from '../records/desk.ts';
import { addPersonRecord, changePersonRecord, type PersonFields } from '../records/manage-people.ts';
import { type AuditEntry, appendAudit } from '../stores/audit-store.ts';
import type { Keyring } from '../trust/keyring.ts';
import { passwordProblem } from '../trust/password-rules.ts';
import type { RecoveryHalves } from '../trust/recovery-code.ts';
import type { DeskHost } from './desk-host.ts';
import type { DeskSession } from './desk-session.ts';

export type DeskKeys = { readonly desk: Desk; readonly keyring: Keyring; readonly deskKey: Uint8Array };
type NewPerson = PersonFields & { readonly name: string; readonly staffNumber: string };

/** Problems: `desk_locked`, `password_…`, `sign_in_…` when the current password is wrong. */
export async function changePassword(
  host: DeskHost,
  session: DeskSession,
  current: string,
  next: string,
): Promise<Result<null, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, keyring, person } = keys.value;
  const problem: Problem | null =
    current === next ? { code: 'password_same_as_before' } : passwordProblem(next, person);
  if (problem) return err({ ...problem, path: 'next' });
  const deskKey = await keyring.signIn(person.id, current);
  if (!deskKey.ok) return deskKey;
  const kept = await keyring.setPassword(person, next, deskKey.value);
  deskKey.value.fill(0);
  return kept.ok ? logAction(desk, person.id, 'password_changed') : kept;
}

/** Problems: `desk_locked`, `not_allowed`, `password_…`, those of the person's record. */
export async function addPerson(
  host: DeskHost,
  session: DeskSession,
  fields: NewPerson,
  password: string,
): Promise<Result<PersonView, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const weak = passwordProblem(password, fields);
  if (weak) return err({ ...weak, path: 'password' });
  const { desk, keyring, deskKey, person } = keys.value;
  const id = host.newAccountId();
  // The key first: a person on record could otherwise be left without one. A key without a record opens nothing and is dropped.
  const kept = await keyring.setPassword({ id, name: fields.name }, password, deskKey);
  const added = kept.ok ? addPersonRecord(desk, person, id, fields) : kept;
  const aligned = await alignKeyring(keys.value);
  return added.ok && !aligned.ok ? aligned : added;
}

/** Problems: `desk_locked`, `not_allowed`, `person_unknown`, `last_head`. */
export async function changePerson(
  host: DeskHost,
  session: DeskSession,
  id: string,
  fields: PersonFields,
): Promise<Result<PersonView, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, keyring, deskKey, person } = keys.value;
  const changed = changePersonRecord(desk, person, id, fields);
  if (!changed.ok) return changed;
  if (fields.enabled !== undefined) {
    const enabled = await keyring.setEnabled(id, fields.enabled, deskKey);
    if (!enabled.ok && enabled.problem.code !== 'person_unknown') return enabled;
  }
  if (!changed.value.enabled) host.signOut(id);
  const aligned = await alignKeyring(keys.value);
  return aligned.ok ? changed : aligned;
}

/** A new recovery code, for a head or administrator who gives their password. Problems: `desk_locked`, `not_allowed`, `sign_in_…`. */
export async function renewRecovery(
  host: DeskHost,
  session: DeskSession,
  password: string,
): Promise<Result<{ readonly recovery: RecoveryHalves }, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, keyring, person } = keys.value;
  const deskKey = await keyring.signIn(person.id, password);
  if (!deskKey.ok) return deskKey;
  const recovery = await keyring.renewRecovery(deskKey.value);
  deskKey.value.fill(0);
  if (!recovery.ok) return recovery;
  const logged = logAction(desk, person.id, 'recovery_renewed');
  return logged.ok ? ok({ recovery: recovery.value }) : logged;
}

/** Keeps what the sign-in page shows as the records have it. */
export function alignKeyring({ desk, keyring }: Pick<DeskKeys, 'desk' | 'keyring'>): Promise<Result<null, Problem>> {
  return keyring.align(desk.settings.current.unit.name, desk.people.current.all);
}

export function logAction(
  desk: Desk,
  account: string,
  action: AuditAction,
  detail: AuditEntry['detail'] = {},
): Result<null, Problem> {
  return desk.database.write((writing) => {
    appendAudit(writing, { at: desk.tools.now(), account, action, record: '', detail });
    return ok(null);
  });
}
