// Changing over at the open desk by PIN, and setting one's own. Whoever comes so is the author of all that follows.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { PersonView, PinsView } from '../../src-shared/contract/views.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { type Person, toPersonView } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { dropAccountSetting, readAccountSetting, writeAccountSetting } from '../stores/setting-store.ts';
import { isPin, pinProblem, type StoredPin, storedPin, stretchPin } from '../trust/pin.ts';
import type { DeskHost } from './desk-host.ts';
import { logAction } from './desk-people.ts';
import type { DeskSession } from './desk-session.ts';

const settingName = 'pin';

/** Problems: `desk_locked`, `pin_…`, `sign_in_…` when the password is wrong. */
export async function setPin(
  host: DeskHost,
  session: DeskSession,
  password: string,
  pin: string,
): Promise<Result<null, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const wrong = pinProblem(pin);
  if (wrong) return err({ ...wrong, path: 'pin' });
  const { desk, keyring, person } = keys.value;
  const known = await keyring.signIn(person.id, password);
  if (!known.ok) return known;
  known.value.fill(0);
  const stored = await stretchPin(pin, host.keyringTools());
  const written = desk.database.write((writing) => {
    writeAccountSetting(writing, person.id, settingName, stored);
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'pin_set', record: '', detail: {} });
    return ok(null);
  });
  if (written.ok) host.pins.admit(person.id);
  return written;
}

/** The person has no PIN any more until they set one. */
export function dropPin(desk: Desk, account: string): Result<null, Problem> {
  return desk.database.write((writing) => {
    dropAccountSetting(writing, account, settingName);
    return ok(null);
  });
}

/** Who could come with a PIN now, and whether the person here has set one. Problem `desk_locked`. */
export function pinsView(host: DeskHost, session: DeskSession): Result<PinsView, Problem> {
  const signedIn = host.signedIn(session);
  if (!signedIn.ok) return signedIn;
  const { desk, person } = signedIn.value;
  const { reading } = desk.database;
  const ready = desk.people.current.all
    .filter(({ id, enabled }) => enabled && id !== person.id && host.pins.isOpenTo(id) && readPin(reading, id) !== null)
    .map(({ id }) => id);
  return ok({ ready, own: readPin(reading, person.id) !== null });
}

/**
 * Puts another person in the place of the one who sits here now. Problems: `desk_locked` (somebody must be signed in at this
 * window), `pin_needs_password`, `pin_refused`.
 */
export async function switchByPin(
  host: DeskHost,
  session: DeskSession,
  account: string,
  pin: string,
): Promise<Result<PersonView, Problem>> {
  const signedIn = host.signedIn(session);
  if (!signedIn.ok) return signedIn;
  const { desk } = signedIn.value;
  const before = session.account;
  const proven = await provePin(host, desk, account, pin);
  if (!proven.ok) return proven;
  // Meanwhile the desk may have been locked, by the person or by the machine.
  if (session.account === null || session.account !== before) return err({ code: 'desk_locked' });
  const logged = logAction(desk, account, 'sign_in', { how: 'pin' });
  if (!logged.ok) return logged;
  host.pins.admit(account);
  session.signIn(account, host.now());
  return ok(toPersonView(proven.value));
}

/** Whoever has the account's PIN; nobody is signed in by it. Problems: `pin_needs_password`, `pin_refused`. */
export async function provePin(
  host: DeskHost,
  desk: Desk,
  account: string,
  pin: string,
): Promise<Result<Person, Problem>> {
  const person = desk.people.current.byId.get(account);
  const stored = readPin(desk.database.reading, account);
  if (!person?.enabled || stored === null || !host.pins.begin(account)) return err({ code: 'pin_needs_password' });
  return (await isPin(pin, stored)) ? ok(person) : refuse(desk, host, account);
}

function refuse(desk: Desk, host: DeskHost, account: string): Result<never, Problem> {
  const left = host.pins.wrong(account);
  const logged = logAction(desk, account, 'pin_refused');
  if (!logged.ok) return logged;
  return err(left > 0 ? { code: 'pin_refused', facts: { left } } : { code: 'pin_needs_password' });
}

function readPin(reading: Reading, account: string): StoredPin | null {
  const stored = storedPin.safeParse(readAccountSetting(reading, account, settingName));
  return stored.success ? stored.data : null;
}
