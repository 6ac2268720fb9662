// One desk directory held by this process: absent, locked or open; who is signed in where; its clock. Everything that
// needs the desk key goes through here, and the key goes nowhere else.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeskEvent, DeskState, PersonView } from '../../src-shared/contract/views.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { type DeskLock, lockDesk } from '../database/desk-lock.ts';
import type { Desk, DeskTools } from '../records/desk.ts';
import { deskPresence, makeDeskFolder, settleSetUp } from '../records/desk-files.ts';
import { newRecordId } from '../records/new-ids.ts';
import { type OpenDeskOptions, openDesk } from '../records/open-desk.ts';
import { type Person, toPersonView } from '../records/people.ts';
import { type FirstRun, type SetUp, setUpDesk } from '../records/set-up-desk.ts';
import type { SyncClocks } from '../sync/sync-clocks.ts';
import type { SyncEngine } from '../sync/sync-engine.ts';
import { type Keyring, type KeyringTools, openKeyring } from '../trust/keyring.ts';
import type { StretchingCost } from '../trust/password-key.ts';
import type { RecoveryHalves } from '../trust/recovery-code.ts';
import { calmEvents } from './calm-events.ts';
import { DeskClosing } from './desk-closing.ts';
import { alignKeyring, type DeskKeys } from './desk-people.ts';
import type { DeskSession } from './desk-session.ts';
import { DeskSessions, type LockedBy } from './desk-sessions.ts';
import type { DeskTasks } from './desk-tasks.ts';
import type { CallLog } from './fault-place.ts';
import { type HeldDesk, holdDesk, letGo } from './held-desk.ts';
import { createJobs } from './host-jobs.ts';
import type { Jobs } from './jobs.ts';
import { logAdmission } from './log-admission.ts';
import { openState } from './open-state.ts';
import { PinDoor } from './pin-door.ts';

export type HostOptions = {
  readonly directory: string;
  readonly kinds: readonly Kind[];
  readonly codeLists: CodeLists;
  readonly tools: DeskTools;
  readonly machine: string;
  readonly cost: StretchingCost;
  readonly pid: number;
  readonly log: CallLog;
  readonly syncClocks: SyncClocks;
  /** Largest size of the main database in pages, when a test plays a full disk. */
  readonly maxPages?: number;
};

/** ms between two looks whether the desk is deserted. */
const lookEvery = 30_000;

/** Takes the directory for this process. Problems: `desk_in_use`, `disk_…`. */
export function hostDesk(options: HostOptions): Result<DeskHost, Problem> {
  const folder = makeDeskFolder(options.directory);
  if (!folder.ok) return folder;
  const lock = lockDesk(options.directory, options.pid);
  if (!lock.ok) return lock;
  const settled = settleSetUp(options.directory);
  if (settled.ok) return ok(new DeskHost(options, lock.value));
  lock.value.release();
  return settled;
}

export class DeskHost {
  readonly jobs: Jobs;
  readonly pins = new PinDoor();
  readonly closing: DeskClosing;
  readonly #options: HostOptions;
  readonly #lock: DeskLock;
  readonly #sessions = new DeskSessions(() => this.#opened?.desk ?? null);
  readonly #calmly: (event: DeskEvent) => void;
  readonly #stopLooking: () => void;
  #keyring: Keyring | null = null;
  #opened: HeldDesk | null = null;

  constructor(options: HostOptions, lock: DeskLock) {
    const { steady, after } = options.syncClocks;
    this.#calmly = calmEvents((event) => this.#sessions.tell(event), steady, after);
    this.#options = options;
    this.jobs = createJobs(options, () => this.#jobsChanged());
    this.closing = new DeskClosing({
      now: () => this.now(),
      sessions: this.#sessions,
      held: () => this.#opened,
      isBusy: () => this.jobs.isBusy(),
      release: () => this.#release(),
      log: options.log,
    });
    this.#lock = lock;
    const timer = setInterval(() => this.closing.look(), lookEvery).unref();
    this.#stopLooking = () => clearInterval(timer);
  }

  connect(): DeskSession {
    return this.#sessions.connect();
  }

  disconnect(session: DeskSession): void {
    this.#sessions.disconnect(session);
    this.closing.settle();
  }

  /** The open desk and who is signed in at this session. Problem `desk_locked`. */
  signedIn(session: DeskSession): Result<{ readonly desk: Desk; readonly person: Person }, Problem> {
    const desk = this.#opened?.desk;
    if (!desk) return err({ code: 'desk_locked' });
    if (session.isIdle(this.now(), desk.settings.current.lockAfterMinutes)) this.lock(session, 'idle');
    const person = session.account === null ? undefined : desk.people.current.byId.get(session.account);
    if (person?.enabled) {
      this.closing.attend();
      return ok({ desk, person });
    }
    session.lock();
    return err({ code: 'desk_locked' });
  }

  /** Problem `desk_keyring_damaged`. */
  state(session: DeskSession): Result<DeskState, Problem> {
    const signedIn = this.signedIn(session);
    if (signedIn.ok) return ok(openState(signedIn.value.desk, signedIn.value.person));
    if (deskPresence(this.#options.directory) === 'absent') return ok({ state: 'absent' });
    const keyring = this.#readKeyring();
    if (!keyring.ok) return keyring;
    const { unitName } = keyring.value;
    return ok({ state: 'locked', unitName, service: this.closing.state(), people: keyring.value.people() });
  }

  /** Makes the desk; the person then signs in like any other. Problems: those of `setUpDesk`. */
  async setUp(firstRun: FirstRun): Promise<Result<SetUp, Problem>> {
    const deskKey = this.#random(32);
    return setUpDesk(this.#openOptions(deskKey), this.keyringTools(), firstRun).finally(() => deskKey.fill(0));
  }

  /** Problems: `desk_absent`, `sign_in_…`, `database_…`. */
  async signIn(session: DeskSession, account: string, password: string): Promise<Result<PersonView, Problem>> {
    const keyring = this.#readKeyring();
    if (!keyring.ok) return keyring;
    const deskKey = await keyring.value.signIn(account, password);
    if (!deskKey.ok) return deskKey;
    const desk = await this.#open(deskKey.value);
    if (!desk.ok) return desk;
    const person = desk.value.people.current.byId.get(account);
    if (!person?.enabled) return err({ code: 'sign_in_refused' });
    const logged = await logAdmission(desk.value, keyring.value, account, 'sign_in');
    if (!logged.ok) return logged;
    session.signIn(account, this.now());
    this.closing.callOff();
    this.pins.admit(account);
    return ok(toPersonView(person));
  }

  lock(session: DeskSession, how?: LockedBy): void {
    this.#sessions.lock(session, how);
    this.closing.settle();
  }

  lockAll(): void {
    this.#sessions.lockAll();
    this.closing.settle();
  }

  /** The keys of the open desk, for what changes who may open it. Problem `desk_locked`. */
  keys(session: DeskSession): Result<DeskKeys & { readonly person: Person }, Problem> {
    const signedIn = this.signedIn(session);
    if (!signedIn.ok) return signedIn;
    const keyring = this.#readKeyring();
    if (!keyring.ok || !this.#opened) return keyring.ok ? err({ code: 'desk_locked' }) : keyring;
    return ok({ ...signedIn.value, keyring: keyring.value, deskKey: this.#opened.deskKey });
  }

  /** The keys for whoever brings both halves of the recovery code. Problems: `recovery_…`, `database_…`. */
  async recoveredKeys(halves: RecoveryHalves): Promise<Result<DeskKeys, Problem>> {
    const keyring = this.#readKeyring();
    if (!keyring.ok) return keyring;
    const deskKey = await keyring.value.recover(halves);
    if (!deskKey.ok) return deskKey;
    const desk = await this.#open(deskKey.value);
    if (!desk.ok || !this.#opened) return desk.ok ? err({ code: 'desk_locked' }) : desk;
    return ok({ desk: desk.value, keyring: keyring.value, deskKey: this.#opened.deskKey });
  }

  /** The open desk, for what acts by itself. Problem `desk_locked`. */
  openDesk(): Result<Desk, Problem> {
    return this.#opened ? ok(this.#opened.desk) : err({ code: 'desk_locked' });
  }

  /** What the open desk does by itself. Problem `desk_locked`. */
  tasks(): Result<DeskTasks, Problem> {
    return this.#opened ? ok(this.#opened.tasks) : err({ code: 'desk_locked' });
  }

  /** Sync of the open desk. Problem `desk_locked`. */
  sync(): Result<SyncEngine, Problem> {
    return this.#opened ? ok(this.#opened.sync) : err({ code: 'desk_locked' });
  }

  /** Where the desk lies, for a thread that opens it beside this one. */
  place(): { readonly directory: string; readonly machine: string } {
    const { directory, machine } = this.#options;
    return { directory, machine };
  }

  /** The key file was put back from a backup: what was read of the one before counts no more. */
  forgetKeyring(): void {
    this.#keyring = null;
  }

  newAccountId(): string {
    return newRecordId(this.now(), this.#options.tools.crypto);
  }

  /** Ends every session of a person who was disabled. */
  signOut(account: string): void {
    this.pins.forget(account);
    this.#sessions.signOut(account);
  }

  /** ms since 1970. */
  now(): number {
    return this.#options.tools.now();
  }

  /** The unit's name, known before anybody signs in. */
  unitName(): string {
    return this.#opened?.desk.settings.current.unit.name ?? this.#keyring?.unitName ?? '';
  }

  /** For the end of the process. */
  close(): void {
    this.#stopLooking();
    this.lockAll();
    this.jobs.stop();
    const held = this.#opened;
    this.#opened = null;
    if (held) void letGo(held);
    this.#lock.release();
  }

  /** Nobody comes in by PIN any more, and nothing finds the desk open. */
  #release(): void {
    this.pins.forgetAll();
    this.#opened = null;
  }

  #jobsChanged(): void {
    this.#notify({ type: 'jobs' });
    this.closing.settle();
  }

  /** The key is kept by the desk that it opens, and overwritten when it opens none. */
  async #open(deskKey: Uint8Array): Promise<Result<Desk, Problem>> {
    const opened = this.#opened ? ok(this.#opened.desk) : openDesk(this.#openOptions(deskKey));
    if (this.#opened || !opened.ok) deskKey.fill(0);
    if (this.#opened || !opened.ok) return opened;
    const desk = opened.value;
    const { log, syncClocks: clocks } = this.#options;
    const isAttended = () => this.#sessions.isAttended();
    this.#opened = holdDesk({ desk, deskKey, place: this.place(), log, clocks, isAttended });
    this.closing.attend();
    this.#sessions.tellLocked();
    // A keyring that cannot be written keeps nobody from reading; that is met again, with words, when people change.
    const keyring = this.#readKeyring();
    if (keyring.ok) await alignKeyring({ desk, keyring: keyring.value });
    return ok(desk);
  }

  #readKeyring(): Result<Keyring, Problem> {
    if (this.#keyring) return ok(this.#keyring);
    if (deskPresence(this.#options.directory) === 'absent') return err({ code: 'desk_absent' });
    const opened = openKeyring(this.#options.directory, this.keyringTools());
    if (opened.ok) this.#keyring = opened.value;
    return opened;
  }

  #openOptions(deskKey: Uint8Array): OpenDeskOptions {
    const { directory, kinds, codeLists, tools, machine, maxPages } = this.#options;
    return { directory, deskKey, kinds, codeLists, tools, machine, maxPages, notify: (event) => this.#notify(event) };
  }

  /** Only those who are signed in hear what happens on the desk. */
  #notify(event: DeskEvent): void {
    if (event.type === 'delivery') this.#opened?.sync.noticeFacts();
    if (event.type === 'records' || event.type === 'delivery' || event.type === 'jobs') this.#calmly(event);
    else this.#sessions.tell(event);
  }

  /** What passwords and PINs are stretched with. */
  keyringTools(): KeyringTools {
    return { random: (count) => this.#random(count), now: () => this.now(), cost: this.#options.cost };
  }

  #random(count: number): Uint8Array {
    return new Uint8Array(this.#options.tools.crypto.randomBytes(count));
  }
}
