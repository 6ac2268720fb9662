// Who may open the desk. One random 256-bit desk key, sealed once per person under the password, and once under the
// recovery code; nobody is locked out by someone else's password, and a new password touches one entry only.

import { join } from 'node:path';
import { spendKey } from '../../src-node/trust/spend-key.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type Sealed, seal, unseal } from './key-wrap.ts';
import { type KeyringEntry, type KeyringFile, readKeyringFile, writeKeyringFile } from './keyring-file.ts';
import { newStretching, passwordToKey, type StretchingCost } from './password-key.ts';
import type { Random } from './random.ts';
import { makeRecoveryCode, type RecoveryHalves, readRecoveryCode } from './recovery-code.ts';
import { afterFailure, noAttempts, waitProblem } from './sign-in-delay.ts';

export type KeyringTools = { readonly random: Random; readonly now: () => number; readonly cost: StretchingCost };
export type KeyringPerson = { readonly id: string; readonly name: string };

export type NewKeyring = {
  readonly unitName: string;
  readonly person: KeyringPerson;
  readonly password: string;
  readonly deskKey: Uint8Array;
};

export function keyringPath(directory: string): string {
  return join(directory, 'keyring.json');
}

/** Writes a new keyring with its first person; gives the two halves to be printed. */
export async function createKeyring(
  directory: string,
  { unitName, person, password, deskKey }: NewKeyring,
  tools: KeyringTools,
): Promise<Result<RecoveryHalves, Problem>> {
  const recovery = makeRecoveryCode(tools.random);
  const entry = await makeEntry(person, password, deskKey, tools);
  const written = writeKeyringFile(keyringPath(directory), {
    format: 'case-desk keyring',
    version: 1,
    unitName,
    people: [entry],
    recovery: spendKey(recovery.key, (key) => seal(deskKey, key, 'recovery', tools.random)),
    recoveryAttempts: noAttempts,
    refusals: [],
  });
  return written.ok ? ok(recovery.halves) : written;
}

export function openKeyring(directory: string, tools: KeyringTools): Result<Keyring, Problem> {
  const path = keyringPath(directory);
  const file = readKeyringFile(path);
  return file.ok ? ok(new Keyring(path, file.value, tools)) : file;
}

export class Keyring {
  readonly #path: string;
  readonly #tools: KeyringTools;
  #file: KeyringFile;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(path: string, file: KeyringFile, tools: KeyringTools) {
    this.#path = path;
    this.#file = file;
    this.#tools = tools;
  }

  get unitName(): string {
    return this.#file.unitName;
  }

  /** Those who may sign in. */
  people(): readonly KeyringPerson[] {
    return this.#file.people.filter((entry) => entry.deskKey !== null).map(({ id, name }) => ({ id, name }));
  }

  /** The desk key, or a problem that never says what was wrong. */
  signIn(account: string, password: string): Promise<Result<Uint8Array, Problem>> {
    return this.#inTurn(() => this.#trySignIn(account, password));
  }

  /** Adds the person, or gives an existing one another password. */
  setPassword(person: KeyringPerson, password: string, deskKey: Uint8Array): Promise<Result<null, Problem>> {
    return this.#withKey(deskKey, async (key) => this.#keepEntry(await makeEntry(person, password, key, this.#tools)));
  }

  setEnabled(account: string, enabled: boolean, deskKey: Uint8Array): Promise<Result<null, Problem>> {
    return this.#withKey(deskKey, async (key) => {
      const entry = this.#entry(account);
      return entry
        ? this.#keepEntry(enableEntry(entry, enabled, key, this.#tools.random))
        : err({ code: 'person_unknown' });
    });
  }

  /** Keeps the names shown before anybody has signed in as the records have them; drops who has no record. */
  align(unitName: string, people: readonly KeyringPerson[]): Promise<Result<null, Problem>> {
    return this.#inTurn(async () => {
      const names = new Map(people.map(({ id, name }) => [id, name]));
      const kept = this.#file.people.filter((entry) => names.has(entry.id));
      const next = {
        ...this.#file,
        unitName,
        people: kept.map((entry) => ({ ...entry, name: names.get(entry.id) ?? entry.name })),
      };
      return JSON.stringify(next) === JSON.stringify(this.#file) ? ok(null) : this.#keep(next);
    });
  }

  /** The desk key for both halves of the recovery code. */
  recover(halves: RecoveryHalves): Promise<Result<Uint8Array, Problem>> {
    return this.#inTurn(async () => this.#tryRecovery(halves));
  }

  /** A new recovery code; the old halves open nothing from now on. */
  renewRecovery(deskKey: Uint8Array): Promise<Result<RecoveryHalves, Problem>> {
    return this.#withKey(deskKey, async (own) => {
      const { key, halves } = makeRecoveryCode(this.#tools.random);
      const recovery = spendKey(key, () => seal(own, key, 'recovery', this.#tools.random));
      const kept = this.#keep({ ...this.#file, recovery, recoveryAttempts: noAttempts });
      return kept.ok ? ok(halves) : kept;
    });
  }

  /** Refused sign-ins that the log inside the desk has not got yet. */
  refusals(): KeyringFile['refusals'] {
    return this.#file.refusals;
  }

  /** Called once the log has these, the oldest `count`. */
  forgetRefusals(count: number): Promise<Result<null, Problem>> {
    return this.#inTurn(async () =>
      count === 0 ? ok(null) : this.#keep({ ...this.#file, refusals: this.#file.refusals.slice(count) }),
    );
  }

  /** One at a time, so that attempts made at once are counted one after the other. */
  #inTurn<T>(work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined); // The caller gets the failure; the queue only goes on.
    return turn;
  }

  /** With a copy of the key: whoever gave it may overwrite it while this waits, and an overwritten key must never be sealed. */
  #withKey<T>(
    deskKey: Uint8Array,
    work: (key: Uint8Array) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    const key = Uint8Array.from(deskKey);
    return this.#inTurn(() => work(key)).finally(() => key.fill(0));
  }

  #entry(account: string): KeyringEntry | undefined {
    return this.#file.people.find((entry) => entry.id === account);
  }

  #keep(next: KeyringFile): Result<null, Problem> {
    const written = writeKeyringFile(this.#path, next);
    if (written.ok) this.#file = next;
    return written;
  }

  #keepEntry(entry: KeyringEntry): Result<null, Problem> {
    const others = this.#file.people;
    const known = others.some((other) => other.id === entry.id);
    const people = known ? others.map((other) => (other.id === entry.id ? entry : other)) : [...others, entry];
    return this.#keep({ ...this.#file, people });
  }

  /** The attempt is counted before it is tried, so that ending the process in between wins nothing. */
  async #trySignIn(account: string, password: string): Promise<Result<Uint8Array, Problem>> {
    const entry = this.#entry(account);
    const now = this.#tools.now();
    const wait = entry ? waitProblem(entry.attempts, now) : null;
    if (wait) return err(wait);
    const counted = entry ? this.#keepEntry({ ...entry, attempts: afterFailure(entry.attempts, now) }) : ok(null);
    if (!counted.ok) return counted;
    // An unknown person costs the same time as a known one.
    const key = await passwordToKey(password, entry?.stretching ?? newStretching(this.#tools.cost, this.#tools.random));
    const deskKey = spendKey(key, () => (entry?.deskKey ? unseal(entry.deskKey, key, entry.id) : null));
    if (!entry || !deskKey) return this.#refuse(account, now);
    const cleared = this.#keepEntry({ ...entry, attempts: noAttempts });
    return cleared.ok ? ok(deskKey) : cleared;
  }

  #refuse(account: string, now: number): Result<never, Problem> {
    const kept = this.#keep({ ...this.#file, refusals: this.#withRefusal(account, now) });
    if (!kept.ok) return kept;
    const attempts = this.#entry(account)?.attempts ?? noAttempts;
    const wait = waitProblem(attempts, now);
    return err(wait?.code === 'sign_in_locked_out' ? wait : { code: 'sign_in_refused' });
  }

  #withRefusal(account: string, at: number): KeyringFile['refusals'] {
    return [...this.#file.refusals, { account: account.slice(0, 64), at }].slice(-10_000);
  }

  #tryRecovery(halves: RecoveryHalves): Result<Uint8Array, Problem> {
    const key = readRecoveryCode(halves);
    if (!key.ok) return key;
    const wait = waitProblem(this.#file.recoveryAttempts, this.#tools.now());
    if (wait) return err(wait);
    const deskKey = spendKey(key.value, (half) => unseal(this.#file.recovery, half, 'recovery'));
    const recoveryAttempts = deskKey ? noAttempts : afterFailure(this.#file.recoveryAttempts, this.#tools.now());
    const refusals = deskKey ? this.#file.refusals : this.#withRefusal('recovery', this.#tools.now());
    const kept = this.#keep({ ...this.#file, recoveryAttempts, refusals });
    if (!kept.ok) return kept;
    return deskKey ? ok(deskKey) : err({ code: 'recovery_refused' });
  }
}

async function makeEntry(
  person: KeyringPerson,
  password: string,
  deskKey: Uint8Array,
  tools: KeyringTools,
): Promise<KeyringEntry> {
  const stretching = newStretching(tools.cost, tools.random);
  const key = await passwordToKey(password, stretching);
  return {
    id: person.id,
    name: person.name,
    stretching,
    deskKey: spendKey(key, () => seal(deskKey, key, person.id, tools.random)),
    setAside: null,
    attempts: noAttempts,
  };
}

/** Disabling takes the way in out of the file in the clear; enabling puts it back unchanged. */
function enableEntry(entry: KeyringEntry, enabled: boolean, deskKey: Uint8Array, random: Random): KeyringEntry {
  const owner = `${entry.id} set aside`;
  if (!enabled && entry.deskKey) {
    const aside = seal(Buffer.from(JSON.stringify(entry.deskKey), 'utf8'), deskKey, owner, random);
    return { ...entry, deskKey: null, setAside: aside };
  }
  if (!enabled || entry.deskKey || !entry.setAside) return entry;
  const kept = unseal(entry.setAside, deskKey, owner);
  return kept ? { ...entry, deskKey: parseSealed(kept), setAside: null, attempts: noAttempts } : entry;
}

/** Our own bytes, authenticated by the desk key they were sealed under. */
function parseSealed(bytes: Uint8Array): Sealed {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Sealed;
}
