// The first run: unit, first person, keys, recovery code. A desk is there whole, or it is not there.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeskKind, Role, UnitView } from '../../src-shared/contract/views.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { writeSetting } from '../stores/setting-store.ts';
import { createKeyring, type KeyringTools } from '../trust/keyring.ts';
import { passwordProblem } from '../trust/password-rules.ts';
import type { RecoveryHalves } from '../trust/recovery-code.ts';
import { commit } from './commit.ts';
import { beginSetUp, completeSetUp, deskPresence } from './desk-files.ts';
import { settingNames } from './desk-settings.ts';
import { createDevice } from './device.ts';
import { newPersonSave, type PersonFields } from './manage-people.ts';
import { newRecordId } from './new-ids.ts';
import { assembleDesk, closeDesk, type OpenDeskOptions, openDeskDatabases } from './open-desk.ts';

export type FirstRun = {
  readonly unit: UnitView;
  readonly deskKind: DeskKind;
  readonly person: PersonFields & { readonly name: string; readonly staffNumber: string };
  readonly password: string;
};
export type SetUp = { readonly account: string; readonly recovery: RecoveryHalves };

/** The first person does everything until they add others and hand on what is not theirs. */
const firstRoles: readonly Role[] = ['recorder', 'reviewer', 'head', 'system_administrator', 'security_administrator'];

/** Problems: `desk_exists`, `desk_keyring_damaged`, `password_…`, `invalid_fields`, `disk_…`. */
export async function setUpDesk(
  options: OpenDeskOptions,
  keyringTools: KeyringTools,
  firstRun: FirstRun,
): Promise<Result<SetUp, Problem>> {
  const presence = deskPresence(options.directory);
  if (presence !== 'absent') return err({ code: presence === 'present' ? 'desk_exists' : 'desk_keyring_damaged' });
  const weak = passwordProblem(firstRun.password, firstRun.person);
  if (weak) return err({ ...weak, path: 'password' });
  const folder = beginSetUp(options.directory);
  if (!folder.ok) return folder;
  const account = newRecordId(options.tools.now(), options.tools.crypto);
  const made = makeDatabases({ ...options, directory: folder.value }, firstRun, account);
  if (!made.ok) return made;
  const person = { id: account, name: firstRun.person.name };
  const keyring = { unitName: firstRun.unit.name, person, password: firstRun.password, deskKey: options.deskKey };
  const recovery = await createKeyring(folder.value, keyring, keyringTools);
  if (!recovery.ok) return recovery;
  const complete = completeSetUp(options.directory);
  return complete.ok ? ok({ account, recovery: recovery.value }) : complete;
}

function makeDatabases(
  options: OpenDeskOptions,
  { unit, deskKind, person }: FirstRun,
  account: string,
): Result<null, Problem> {
  const databases = openDeskDatabases(options);
  if (!databases.ok) return databases;
  const { database, attachments } = databases.value;
  const at = options.tools.now();
  const settled = database.write((writing) => {
    writeSetting(writing, settingNames.unit, unit);
    writeSetting(writing, settingNames.deskKind, { kind: deskKind });
    createDevice(writing, unit.code, options.tools.crypto);
    appendAudit(writing, { at, account, action: 'desk_set_up', record: '', detail: { kind: deskKind } });
    return ok(null);
  });
  const desk = settled.ok ? assembleDesk(options, databases.value) : settled;
  if (!desk.ok) {
    database.close();
    attachments.close();
    return desk;
  }
  const saved = commit(desk.value, account, (writing) => {
    const save = newPersonSave(desk.value, writing, account, { ...person, roles: firstRoles, enabled: true });
    return save.ok ? ok({ saves: [save.value], logged: { action: 'person_added' } }) : save;
  });
  closeDesk(desk.value);
  return saved.ok ? ok(null) : saved;
}
