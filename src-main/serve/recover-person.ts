// A forgotten password: two people bring the halves of the recovery code, and the log keeps who they said they are.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { foldText } from '../../src-shared/records/text/fold-text.ts';
import { passwordProblem } from '../trust/password-rules.ts';
import type { RecoveryHalves } from '../trust/recovery-code.ts';
import type { DeskHost } from './desk-host.ts';
import { dropPin } from './desk-pin.ts';
import { logAdmission } from './log-admission.ts';

export type Recovery = {
  readonly account: string;
  readonly halves: RecoveryHalves;
  /** Names of those who brought them, as they gave them: a half is paper, and proves nobody. */
  readonly bringers: readonly [string, string];
  readonly next: string;
};

/**
 * Another password with the recovery code. Windows where the person is signed in are locked, and the PIN that went with the old
 * password is gone. Problems: `recovery_…`, `person_…`, `password_…`, `database_…`.
 */
export async function recoverPerson(
  host: DeskHost,
  { account, halves, bringers, next }: Recovery,
): Promise<Result<null, Problem>> {
  const [first, second] = bringers;
  if (foldText(first) === foldText(second)) return err({ code: 'recovery_by_one_person', path: 'bringers' });
  const keys = await host.recoveredKeys(halves);
  if (!keys.ok) return keys;
  const { desk, keyring, deskKey } = keys.value;
  const person = desk.people.current.byId.get(account);
  if (!person?.enabled) return err({ code: person ? 'person_disabled' : 'person_unknown' });
  const weak = passwordProblem(next, person);
  if (weak) return err({ ...weak, path: 'next' });
  // Whoever knew the PIN beside the old password does not come in by it any more, now or after the next sign-in.
  const dropped = dropPin(desk, account);
  if (!dropped.ok) return dropped;
  const kept = await keyring.setPassword(person, next, deskKey);
  if (!kept.ok) return kept;
  host.signOut(account);
  return logAdmission(desk, keyring, account, 'person_recovered', { first, second });
}
