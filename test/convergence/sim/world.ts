// One simulated world: a centre, desks, sticks, a network, and what people know about them. Everything in it happens in
// virtual time and by one seed.

import { required } from '../../../src-shared/base/assert.ts';
import type { Cryptography } from '../../../src-shared/history/cryptography.ts';
import type { ChangeId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import { toDeviceId, toIncarnationId, toRecordId, toScopeId } from '../../../src-shared/history/ids.ts';
import { decodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { EpochId } from '../../../src-shared/sync/format/log-point.ts';
import { isEpochId } from '../../../src-shared/sync/format/log-point.ts';
import { pushHead } from '../../../src-shared/sync/format/messages.ts';
import { createSeededCryptography, testPublicKey } from '../../support/seeded-cryptography.ts';
import type { Script } from '../script.ts';
import { troubledTime } from '../script.ts';
import { Agenda } from './agenda.ts';
import { Centre } from './centre.ts';
import type { CentreData } from './centre-store.ts';
import { emptyCentre } from './centre-store.ts';
import { Dice } from './chance.ts';
import { Desk, PowerCut } from './desk.ts';
import type { DeskData } from './desk-store.ts';
import { DeskStore, emptyDeskData } from './desk-store.ts';
import { Network } from './network.ts';
import type { Sabotage } from './sabotage.ts';

export type Stick = {
  readonly number: number;
  readonly from: Desk;
  readonly documents: readonly Uint8Array[];
  /** What the centre gave back, once it was there. */
  answers: { readonly scope: ScopeId; readonly ids: readonly ChangeId[]; readonly push: Uint8Array }[];
  pages: { readonly scope: ScopeId; readonly bytes: Uint8Array }[];
};

export type WorldOptions = { readonly sabotage?: Sabotage; readonly lyingDisk?: boolean; readonly clockShift?: number };

export class World {
  readonly agenda = new Agenda();
  readonly script: Script;
  readonly scopes: readonly ScopeId[];
  readonly centre: Centre;
  readonly network: Network;
  readonly desks: Desk[] = [];
  readonly sticks: Stick[] = [];
  readonly backups: CentreData[] = [];
  readonly copies: { readonly desk: Desk; readonly data: DeskData }[] = [];
  /** What each person was told is saved, by desk. */
  readonly saved = new Map<Desk, Set<ChangeId>>();
  /** Changes that were made unacceptable on purpose. */
  readonly poisoned = new Set<ChangeId>();
  /** How often each thing happened that a run is meant to be about. */
  readonly counts = new Map<string, number>();
  readonly clocks = new Map<Desk, number>();
  readonly dice: Dice;
  readonly crypto: Cryptography;
  #epochs = 1;
  #isHealed = false;
  readonly #cut = new Map<Desk, number>();
  readonly #options: WorldOptions;

  constructor(script: Script, options: WorldOptions = {}) {
    this.script = script;
    this.#options = options;
    this.dice = new Dice(script.seed ^ 0x5eed);
    this.crypto = createSeededCryptography(`world ${script.seed}`);
    this.scopes = Array.from({ length: script.scopes }, (_, index) => toScopeId(`scope-${index}`));
    this.centre = new Centre(emptyCentre(epochOf(1), this.scopes));
    const { trouble, cuts } = script;
    this.network = new Network(this.agenda, this.dice, this.centre, { trouble, cuts, seen: (what) => this.seen(what) });
    for (let index = 0; index < script.desks; index += 1) this.join(index % script.scopes);
  }

  seen(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  nextEpoch(): EpochId {
    this.#epochs += 1;
    return epochOf(this.#epochs);
  }

  /** A new desk with a key of its own. */
  join(scope: number): Desk {
    const home = required(this.scopes[scope % this.scopes.length], 'there is a scope');
    const number = this.desks.length;
    const device = toDeviceId(`desk-${number}`);
    this.enrol(device, home);
    return this.#addDesk(home, emptyDeskData(device, toIncarnationId('life')));
  }

  enrol(device: Desk['data']['device'], home: ScopeId): void {
    const standing = { state: 'known', scopes: new Set([home]), publicKey: testPublicKey(device) } as const;
    this.centre.data.devices.set(device, standing);
  }

  clone(desk: Desk): Desk {
    const twin = this.#addDesk(desk.home, desk.store.copy());
    this.saved.set(twin, new Set(this.saved.get(desk)));
    return twin;
  }

  #addDesk(home: ScopeId, data: DeskData): Desk {
    const name = `d${this.desks.length}`;
    const desk: Desk = new Desk(
      name,
      home,
      new DeskStore(data, this.#options.lyingDisk === true),
      {
        now: () => this.agenda.now,
        wall: () => Math.max(0, this.agenda.now + (this.clocks.get(desk) ?? 0) + (this.#options.clockShift ?? 0)),
        dice: this.dice,
        crypto: this.crypto,
        maybeCrash: () => this.#maybeCut(desk),
        send: (call, bytes, onAnswer) =>
          this.network.send({ device: desk.data.device, isCut: () => this.isCut(desk) }, call, bytes, onAnswer),
        wakeAfter: (delay) => this.#wake(desk, delay),
        seen: (what) => this.seen(what),
      },
      this.#options.sabotage ?? 'none',
    );
    this.desks.push(desk);
    this.saved.set(desk, new Set());
    this.clocks.set(desk, this.dice.draw(2_000_000_000) * 1_000);
    this.agenda.after(this.dice.draw(2_000), () => this.safely(desk, () => desk.tick()));
    return desk;
  }

  isCut(desk: Desk): boolean {
    return (this.#cut.get(desk) ?? 0) > this.agenda.now;
  }

  partition(desk: Desk, away: number): void {
    this.#cut.set(desk, this.agenda.now + away);
  }

  /** Runs something of a desk; a power cut ends it there. */
  safely(desk: Desk, run: () => void): void {
    if (!desk.isUp) return;
    try {
      run();
    } catch (problem) {
      if (!(problem instanceof PowerCut)) throw problem;
    }
  }

  crash(desk: Desk, away: number): void {
    if (!desk.isUp) return;
    this.seen('crash');
    desk.crash();
    this.agenda.after(away, () => {
      if (!desk.isUp) this.safelyStart(desk);
    });
  }

  safelyStart(desk: Desk): void {
    desk.isUp = true;
    this.safely(desk, () => desk.start());
  }

  #maybeCut(desk: Desk): void {
    if (this.#isHealed || !this.dice.happens(this.script.cuts)) return;
    this.crash(desk, 1_000 + this.dice.draw(20_000));
    throw new PowerCut('the power was cut');
  }

  #wakes = new Map<Desk, number>();

  /** Only the wake-up made last counts; some get lost while there is trouble, and then the next minute's tick comes. */
  #wake(desk: Desk, delay: number): void {
    const number = (this.#wakes.get(desk) ?? 0) + 1;
    this.#wakes.set(desk, number);
    const isLost = !this.#isHealed && this.dice.happens(0.1 * this.script.trouble);
    if (isLost) this.seen('lost_wake_up');
    this.agenda.after(isLost ? 60_000 : delay, () => {
      if (this.#wakes.get(desk) === number) this.safely(desk, () => desk.tick());
    });
  }

  recordOf(index: number): RecordId {
    return toRecordId(`r${index}`);
  }

  homeOf(index: number): ScopeId {
    return required(this.scopes[index % this.scopes.length], 'there is a scope');
  }

  /** What is on a stick, as an importing desk reads it; damaged sticks are named and nothing is taken from them. */
  readStick(stick: Stick, isDamaged: boolean) {
    return stick.documents.flatMap((bytes) => {
      const cut = isDamaged ? bytes.subarray(0, this.dice.draw(bytes.length)) : bytes;
      const document = decodeDocument(cut, pushHead);
      if (!document.ok) this.seen('damaged_stick');
      return document.ok ? [{ bytes: cut, document: document.value }] : [];
    });
  }

  heal(): void {
    this.#isHealed = true;
    this.network.trouble = 0;
    this.network.cuts = 0;
    this.#cut.clear();
    this.centre.rotten.clear();
    if (!this.centre.isUp) this.centre.start();
    this.centre.spreadAll();
    for (const desk of this.desks) {
      if (!desk.isUp) this.safelyStart(desk);
      else desk.tick();
    }
  }

  /** Runs through the time of trouble. */
  runTrouble(check: () => void): void {
    let steps = 0;
    while (this.agenda.step(troubledTime)) {
      steps += 1;
      if (steps % 40 === 0) check();
    }
    check();
  }
}

function epochOf(number: number): EpochId {
  const epoch = `epoch-${number}`;
  if (!isEpochId(epoch)) throw new Error('an epoch is a name');
  return epoch;
}
