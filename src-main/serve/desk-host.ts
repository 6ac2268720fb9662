// One desk directory held by this process: absent, locked or open; who is signed in where; its clock. Everything that
// needs the desk key goes through here, and the key goes nowhere else.

import { mkdirSync } from 'node:fs';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeskEvent, DeskState, PersonView } from '../../src-shared/contract/views.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { type DeskLock, lockDesk } from '../database/desk-lock.ts';
import type { Desk, DeskTools } from '../records/desk.ts';
import { deskPresence, settleSetUp } from '../records/desk-files.ts';
import { readPersonalSettings } from '../records/desk-settings.ts';
import { addPersonRecord, changePersonRecord, type PersonFields } from '../records/manage-people.ts';
import { newRecordId } from '../records/new-ids.ts';
import { closeDesk, openDesk, type OpenDeskOptions } from '../records/open-desk.ts';
import { type Person, toPersonView } from '../records/people.ts';
import { type FirstRun, type SetUp, setUpDesk } from '../records/set-up-desk.ts';
import { takeSystemSteps } from '../records/take-system-steps.ts';
import { type AuditAction, appendAudit } from '../stores/audit-store.ts';
import { type Keyring, type KeyringTools, openKeyring } from '../trust/keyring.ts';
import type { StretchingCost } from '../trust/password-key.ts';
import { passwordProblem } from '../trust/password-rules.ts';
import type { RecoveryHalves } from '../trust/recovery-code.ts';
import { DeskSession } from './desk-session.ts';

export type HostOptions = {
  readonly directory: string;
  readonly kinds: readonly Kind[];
  readonly codeLists: CodeLists;
  readonly tools: DeskTools;
  readonly machine: string;
  readonly cost: StretchingCost;
  readonly pid: number;
  /** Largest size of the main database in pages, when a test plays a full disk. */
  readonly maxPages?: number;
};

type Opened = { readonly desk: Desk; readonly deskKey: Uint8Array; readonly clock: NodeJS.Timeout };

const hour = 3_600_000;

/** Takes the directory for this process. Problems: `desk_in_use`, `disk_…`. */
export function hostDesk(options: HostOptions): Result<DeskHost, Problem> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const lock = lockDesk(options.directory, options.pid);
  if (!lock.ok) return lock;
  const settled = settleSetUp(options.directory);
  if (settled.ok) return ok(new DeskHost(options, lock.value));
  lock.value.release();
  return settled;
}

export class DeskHost {
  readonly #options: HostOptions;
  readonly #lock: DeskLock;
  readonly #sessions = new Set<DeskSession>();
  #keyring: Keyring | null = null;
  #opened: Opened | null = null;

  constructor(options: HostOptions, lock: DeskLock) {
    this.#options = options;
    this.#lock = lock;
  }

  connect(): DeskSession {
    const session = new DeskSession();
    this.#sessions.add(session);
    return session;
  }

  disconnect(session: DeskSession): void {
    this.#sessions.delete(session);
    session.lock();
  }

  /** The open desk and who is signed in at this session. Problem `desk_locked`. */
  signedIn(session: DeskSession): Result<{ readonly desk: Desk; readonly person: Person }, Problem> {
    const desk = this.#opened?.desk;
    if (!desk) return err({ code: 'desk_locked' });
    session.touch(this.now(), desk.settings.current.lockAfterMinutes);
    const person = session.account === null ? undefined : desk.people.current.byId.get(session.account);
    if (person?.enabled) return ok({ desk, person });
    session.lock();
    return err({ code: 'desk_locked' });
  }

  /** Problem `desk_keyring_damaged`. */
  state(session: DeskSession): Result<DeskState, Problem> {
    const signedIn = this.signedIn(session);
    if (signedIn.ok) return ok(this.#openState(signedIn.value.desk, signedIn.value.person));
    if (deskPresence(this.#options.directory) === 'absent') return ok({ state: 'absent' });
    const keyring = this.#useKeyring();
    if (!keyring.ok) return keyring;
    return ok({ state: 'locked', unitName: keyring.value.unitName, people: keyring.value.people() });
  }

  /** Makes the desk; the person then signs in like any other. Problems: those of `setUpDesk`. */
  async setUp(firstRun: FirstRun): Promise<Result<SetUp, Problem>> {
    return setUpDesk(this.#openOptions(this.#random(32)), this.#keyringTools(), firstRun);
  }

  /** Problems: `desk_absent`, `sign_in_…`, `database_…`. */
  async signIn(session: DeskSession, account: string, password: string): Promise<Result<PersonView, Problem>> {
    const keyring = this.#useKeyring();
    if (!keyring.ok) return keyring;
    const deskKey = await keyring.value.signIn(account, password);
    if (!deskKey.ok) return deskKey;
    const desk = await this.#open(deskKey.value);
    if (!desk.ok) return desk;
    const person = desk.value.people.current.byId.get(account);
    if (!person?.enabled) return err({ code: 'sign_in_refused' });
    const logged = await this.#logSignIn(desk.value, keyring.value, account);
    if (!logged.ok) return logged;
    session.signIn(account, this.now());
    return ok(toPersonView(person));
  }

  lock(session: DeskSession): void {
    const { account } = session;
    if (session.lock() && account !== null) this.#log(account, 'lock');
  }

  lockAll(): void {
    for (const session of this.#sessions) this.lock(session);
  }

  /** Problems: `desk_locked`, `password_…`, `sign_in_…` when the current password is wrong. */
  async changePassword(session: DeskSession, current: string, next: string): Promise<Result<null, Problem>> {
    const signedIn = this.signedIn(session);
    if (!signedIn.ok) return signedIn;
    const { person } = signedIn.value;
    const problem = current === next ? ({ code: 'password_same_as_before' } as const) : passwordProblem(next, person);
    if (problem) return err({ ...problem, path: 'next' });
    const keyring = this.#useKeyring();
    if (!keyring.ok) return keyring;
    const deskKey = await keyring.value.signIn(person.id, current);
    if (!deskKey.ok) return deskKey;
    const kept = await keyring.value.setPassword(person, next, deskKey.value);
    return kept.ok ? this.#log(person.id, 'password_changed') : kept;
  }

  /** Problems: `desk_locked`, `not_allowed`, `password_…`, those of the person's record. */
  async addPerson(session: DeskSession, fields: PersonFields & { readonly name: string; readonly staffNumber: string }, password: string): Promise<Result<PersonView, Problem>> {
    const signedIn = this.signedIn(session);
    const opened = this.#opened;
    if (!signedIn.ok || !opened) return signedIn.ok ? err({ code: 'desk_locked' }) : signedIn;
    const weak = passwordProblem(password, fields);
    if (weak) return err({ ...weak, path: 'password' });
    const keyring = this.#useKeyring();
    if (!keyring.ok) return keyring;
    const id = newRecordId(this.now(), this.#options.tools.crypto);
    // The key first: a person on record could otherwise be left without one. A key without a record opens nothing and is dropped.
    const kept = await keyring.value.setPassword({ id, name: fields.name }, password, opened.deskKey);
    const added = kept.ok ? addPersonRecord(opened.desk, signedIn.value.person, id, fields) : kept;
    const aligned = await this.#alignKeyring(opened.desk, keyring.value);
    return added.ok && !aligned.ok ? aligned : added;
  }

  /** Problems: `desk_locked`, `not_allowed`, `person_unknown`, `last_head`. */
  async changePerson(session: DeskSession, id: string, fields: PersonFields): Promise<Result<PersonView, Problem>> {
    const signedIn = this.signedIn(session);
    const opened = this.#opened;
    if (!signedIn.ok || !opened) return signedIn.ok ? err({ code: 'desk_locked' }) : signedIn;
    const keyring = this.#useKeyring();
    if (!keyring.ok) return keyring;
    const changed = changePersonRecord(opened.desk, signedIn.value.person, id, fields);
    if (!changed.ok) return changed;
    if (fields.enabled !== undefined) {
      const enabled = await keyring.value.setEnabled(id, fields.enabled, opened.deskKey);
      if (!enabled.ok && enabled.problem.code !== 'person_unknown') return enabled;
    }
    if (!changed.value.enabled) this.#signOut(id);
    const aligned = await this.#alignKeyring(opened.desk, keyring.value);
    return aligned.ok ? changed : aligned;
  }

  /** Problems: `recovery_…`, `person_…`, `password_…`, `database_…`. */
  async recover(account: string, halves: RecoveryHalves, next: string): Promise<Result<null, Problem>> {
    const keyring = this.#useKeyring();
    if (!keyring.ok) return keyring;
    const deskKey = await keyring.value.recover(halves);
    if (!deskKey.ok) return deskKey;
    const desk = await this.#open(deskKey.value);
    if (!desk.ok) return desk;
    const person = desk.value.people.current.byId.get(account);
    if (!person) return err({ code: 'person_unknown' });
    if (!person.enabled) return err({ code: 'person_disabled' });
    const weak = passwordProblem(next, person);
    if (weak) return err({ ...weak, path: 'next' });
    const kept = await keyring.value.setPassword(person, next, deskKey.value);
    return kept.ok ? this.#log(account, 'person_recovered') : kept;
  }

  /** ms since 1970. */
  now(): number {
    return this.#options.tools.now();
  }

  /** The unit's name, known before anybody signs in. */
  unitName(): string {
    return this.#opened?.desk.settings.current.unit.name ?? this.#keyring?.unitName ?? '';
  }

  /** After a change of the unit, so that the sign-in page shows its new name. */
  async keepUnitName(): Promise<Result<null, Problem>> {
    const keyring = this.#useKeyring();
    if (!keyring.ok || !this.#opened) return keyring.ok ? ok(null) : keyring;
    return this.#alignKeyring(this.#opened.desk, keyring.value);
  }

  /** Saves are synchronous, so that none is under way here. */
  close(): void {
    this.lockAll();
    if (this.#opened) {
      clearInterval(this.#opened.clock);
      closeDesk(this.#opened.desk);
      this.#opened.deskKey.fill(0);
    }
    this.#opened = null;
    this.#lock.release();
  }

  async #open(deskKey: Uint8Array): Promise<Result<Desk, Problem>> {
    if (this.#opened) return ok(this.#opened.desk);
    const opened = openDesk(this.#openOptions(deskKey));
    if (!opened.ok) return opened;
    const desk = opened.value;
    const clock = setInterval(() => takeSystemSteps(desk), hour).unref();
    this.#opened = { desk, deskKey, clock };
    // Neither a full disk nor a read-only keyring keeps anybody from reading; both are met again with words when saving.
    takeSystemSteps(desk);
    const keyring = this.#useKeyring();
    if (keyring.ok) await this.#alignKeyring(desk, keyring.value);
    return ok(desk);
  }

  #alignKeyring(desk: Desk, keyring: Keyring): Promise<Result<null, Problem>> {
    return keyring.align(desk.settings.current.unit.name, desk.people.current.all);
  }

  async #logSignIn(desk: Desk, keyring: Keyring, account: string): Promise<Result<null, Problem>> {
    const refusals = keyring.refusals();
    const logged = desk.database.write((writing) => {
      for (const refusal of refusals) appendAudit(writing, { ...refusal, action: 'sign_in_refused', record: '', detail: {} });
      appendAudit(writing, { at: this.now(), account, action: 'sign_in', record: '', detail: {} });
      return ok(null);
    });
    return logged.ok ? keyring.forgetRefusals(refusals.length) : logged;
  }

  #log(account: string, action: AuditAction): Result<null, Problem> {
    const desk = this.#opened?.desk;
    if (!desk) return ok(null);
    return desk.database.write((writing) => {
      appendAudit(writing, { at: this.now(), account, action, record: '', detail: {} });
      return ok(null);
    });
  }

  #signOut(account: string): void {
    for (const session of this.#sessions) if (session.account === account) session.lock();
  }

  #openState(desk: Desk, person: Person): DeskState {
    const { unit, deskKind, lockAfterMinutes } = desk.settings.current;
    return {
      state: 'open',
      unit,
      deskKind,
      person: toPersonView(person),
      people: desk.people.current.all.map(toPersonView),
      personal: readPersonalSettings(desk.database.reading, person.id),
      lockAfterMinutes,
      now: epochMsToLocal(this.now()),
    };
  }

  #useKeyring(): Result<Keyring, Problem> {
    if (this.#keyring) return ok(this.#keyring);
    if (deskPresence(this.#options.directory) === 'absent') return err({ code: 'desk_absent' });
    const opened = openKeyring(this.#options.directory, this.#keyringTools());
    if (opened.ok) this.#keyring = opened.value;
    return opened;
  }

  #openOptions(deskKey: Uint8Array): OpenDeskOptions {
    const { directory, kinds, codeLists, tools, machine, maxPages } = this.#options;
    return { directory, deskKey, kinds, codeLists, tools, machine, maxPages, notify: (event) => this.#notify(event) };
  }

  /** Only those who are signed in hear what happens on the desk. */
  #notify(event: DeskEvent): void {
    for (const session of this.#sessions) if (session.account !== null) session.tell(event);
  }

  #keyringTools(): KeyringTools {
    return { random: (count) => this.#random(count), now: () => this.now(), cost: this.#options.cost };
  }

  #random(count: number): Uint8Array {
    return new Uint8Array(this.#options.tools.crypto.randomBytes(count));
  }

}
