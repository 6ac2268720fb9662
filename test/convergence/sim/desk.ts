// A desk as a process: asks `nextStep`, sends what it says, commits what comes. Power can be cut between any two of
// these; then only the disk is left.

import { assertNever } from '../../../src-shared/base/assert.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { Cryptography, Signer } from '../../../src-shared/history/cryptography.ts';
import { buildGraph } from '../../../src-shared/history/graph.ts';
import type { ChangeId, IncarnationId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import { toIncarnationId } from '../../../src-shared/history/ids.ts';
import type { ChangeInput } from '../../../src-shared/history/make-change.ts';
import { makeGroup } from '../../../src-shared/history/make-change.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { comparable } from '../../../src-shared/sync/desk/fact-changes.ts';
import { isFree } from '../../../src-shared/sync/desk/lane.ts';
import type { Begin } from '../../../src-shared/sync/desk/next-step.ts';
import { nextStep, patience } from '../../../src-shared/sync/desk/next-step.ts';
import type { SyncEvent, SyncMemory } from '../../../src-shared/sync/desk/sync-memory.ts';
import { applyEvent, emptyMemory } from '../../../src-shared/sync/desk/sync-memory.ts';
import { testSigner } from '../../support/seeded-cryptography.ts';
import type { Arrival, Commit } from './arrival.ts';
import type { Dice } from './chance.ts';
import { encodePush } from './desk-push.ts';
import { onPart } from './desk-snapshot.ts';
import type { DeskData, DeskStore } from './desk-store.ts';
import { addChange, changesOfRecord, note, ownTip, queue, setScope, syncFacts } from './desk-tables.ts';
import type { Answer, Call } from './exchange.ts';
import { toJson } from './exchange.ts';
import { offeredIn, readAnswer } from './read-answer.ts';
import type { Sabotage } from './sabotage.ts';
import { takeErrorForSuccess } from './sabotage.ts';

/** What a desk may ask of the world it lives in. */
export type Surroundings = {
  now(): number;
  /** ms since 1970 by this desk's own clock, which may be any. */
  wall(): number;
  dice: Dice;
  crypto: Cryptography;
  /** Throws `PowerCut` when the power is cut here. */
  maybeCrash(): void;
  send(call: Call, bytes: Uint8Array, onAnswer: (answer: Answer) => void): void;
  /** Calls `tick` after this many ms, unless the wake-up gets lost. */
  wakeAfter(delay: number): void;
  seen(what: string): void;
};

export class PowerCut extends Error {}

const pollEvery = 30_000;

export class Desk {
  readonly name: string;
  readonly home: ScopeId;
  readonly store: DeskStore;
  memory: SyncMemory = emptyMemory;
  isUp = true;
  life = 0;
  #incarnations = 0;
  readonly #world: Surroundings;
  readonly #sabotage: Sabotage;

  constructor(name: string, home: ScopeId, store: DeskStore, world: Surroundings, sabotage: Sabotage) {
    this.name = name;
    this.home = home;
    this.store = store;
    this.#world = world;
    this.#sabotage = sabotage;
    if (!store.data.scopes.has(home)) store.commit((data) => setScope(data, home, {}));
  }

  get data(): Readonly<DeskData> {
    return this.store.data;
  }

  get signer(): Signer {
    return testSigner(this.data.device);
  }

  crash(): void {
    this.store.crash();
    this.stop();
  }

  stop(): void {
    this.isUp = false;
    this.life += 1;
    this.memory = emptyMemory;
  }

  start(): void {
    this.isUp = true;
    this.tick();
  }

  beginIncarnation(): void {
    this.#incarnations += 1;
    const incarnation: IncarnationId = toIncarnationId(
      `${this.data.incarnation.split('_')[0]}_${this.name}${this.#incarnations}`,
    );
    this.store.commit((data) => {
      data.incarnation = incarnation;
    });
  }

  /** Saves one commit group; gives the ids that the person was told are saved. */
  save(edits: readonly Omit<ChangeInput, 'at' | 'by' | 'parents'>[]): readonly ChangeId[] {
    const made: ((before: readonly Change[]) => ChangeInput)[] = edits.map((edit) => (before) => ({
      ...edit,
      at: this.#world.wall(),
      by: `p_${this.name}`,
      parents: toParents(
        buildGraph([
          ...changesOfRecord(this.data, edit.record),
          ...before.filter(({ header }) => header.record === edit.record),
        ]).heads,
      ),
    }));
    const group = makeGroup(made, ownTip(this.data, this.home), this.signer, this.#world.crypto);
    if (!group.ok) throw new Error(`cannot save: ${JSON.stringify(group.problem)}`);
    this.#world.maybeCrash();
    const { changes } = group.value;
    this.store.commit((data) => {
      for (const change of changes) {
        addChange(data, change);
        queue(data, change.id);
      }
    });
    return changes.map(({ id }) => id);
  }

  /** Looks at the state until there is nothing to begin, and comes back when `nextStep` says so. */
  tick(): void {
    if (!this.isUp) return;
    for (let begun = 0; begun < 100; begun += 1) {
      const now = this.#world.now();
      const step = nextStep(this.#facts(now), this.memory, now);
      if (step.step === 'wait') {
        this.#world.wakeAfter(step.until - now);
        return;
      }
      this.#apply({ event: 'started', lane: step.lane, until: now + patience(step) });
      this.#begin(step);
    }
    throw new Error(`${this.name} begins steps without end`);
  }

  #facts(now: number) {
    const isBlocked = (record: RecordId) => {
      const block = this.memory.blocks.get(record);
      return block !== undefined && !isFree(block, now);
    };
    return syncFacts(this.data, isBlocked, 9);
  }

  #apply(event: SyncEvent): void {
    this.memory = applyEvent(this.memory, event);
  }

  #begin(step: Begin): void {
    this.#world.maybeCrash();
    switch (step.step) {
      case 'poll':
        return this.#ask(step, 'poll', { protocol: 1, cursors: step.cursors, incarnations: [this.data.incarnation] });
      case 'locate':
        return this.#ask(step, 'locate', { protocol: 1, scope: step.scope, checkpoints: step.checkpoints });
      case 'snapshot':
        return this.#ask(step, 'snapshot', { protocol: 1, scope: step.scope });
      case 'snapshot_part':
        return this.#ask(step, 'snapshotPart', { protocol: 1, scope: step.scope, sha256: step.sha256 });
      case 'pull':
        return this.#ask(step, 'pull', { protocol: 1, cursor: step.cursor });
      case 'fetch':
        return this.#ask(step, 'fetch', { protocol: 1, scope: step.scope, ids: step.ids });
      case 'have':
        return this.#ask(step, 'have', { protocol: 1, scope: step.scope, chains: comparable(step.chains) });
      case 'offer':
        return this.#ask(step, 'offer', { protocol: 1, scope: step.scope, ids: step.ids });
      case 'push':
        return this.#push(step);
      case 'upload':
        return this.#send(step, 'upload', this.data.files.get(step.hash)?.bytes ?? new Uint8Array());
      case 'reoffer':
        return this.#reoffer(step);
      case 'end_reoffer':
      case 'install_snapshot':
        return this.#arrive(step, new Uint8Array());
      case 'download':
        throw new Error('nothing is downloaded here');
      default:
        return assertNever(step, 'step');
    }
  }

  #ask(step: Begin, call: Call, request: object): void {
    this.#send(step, call, toJson(request));
  }

  #send(step: Begin, call: Call, bytes: Uint8Array): void {
    const { life } = this;
    this.#world.send(call, bytes, (answer) => {
      if (this.life === life) this.#answered(step, answer);
    });
  }

  #push(step: Extract<Begin, { step: 'push' }>): void {
    const { document, sent, damaged } = encodePush(this.data, this.signer, step.scope, step);
    this.store.commit((data) => {
      for (const id of step.ids) {
        queue(data, id, { unsure: true });
        note(data, id, { event: 'sent' });
      }
      for (const id of damaged) queue(data, id, { aside: 'sync_not_one_line' });
    });
    this.#send({ ...step, ids: sent }, 'push', document);
  }

  #reoffer(step: Extract<Begin, { step: 'reoffer' }>): void {
    const ids = offeredIn(this.data, step).map(({ id }) => id);
    if (ids.length === 0) this.#arrive(step, new Uint8Array());
    else this.#ask(step, 'offer', { protocol: 1, scope: step.scope, ids });
  }

  #answered(step: Begin, answer: Answer): void {
    try {
      this.#world.maybeCrash();
      if (answer.status === 403) this.#apply({ event: 'access', access: 'revoked' });
      if (answer.status === 200 && step.step === 'poll') this.#apply({ event: 'access', access: 'granted' });
      if (answer.status === 503) this.#world.seen('asked_to_wait');
      if (answer.status === 200) this.#arrive(step, answer.bytes);
      else if (step.step === 'snapshot_part') this.#end(step, onPart(this.data, step, null, this.commit));
      else
        this.#end(
          step,
          { progress: this.#sabotage === 'trust_status' && takeErrorForSuccess(step, this.store) },
          answer.retryAfter,
        );
      this.tick();
    } catch (problem) {
      if (!(problem instanceof PowerCut)) throw problem;
    }
  }

  #arrive(step: Begin, bytes: Uint8Array): void {
    const arrival = readAnswer(this, this.#sabotage, step, bytes);
    if (step.step === 'locate' && arrival.progress) this.#world.seen('other_log');
    this.#world.maybeCrash();
    this.#end(step, arrival);
  }

  /** One transaction; the power may go before it or after it. */
  readonly commit: Commit = (write) => {
    this.#world.maybeCrash();
    this.store.commit(write);
    this.#world.maybeCrash();
  };

  #end(step: Begin, arrival: Arrival, retryAfter?: number): void {
    const now = this.#world.now();
    const chance = this.#world.dice.fraction();
    for (const head of arrival.heads ?? []) this.#apply({ event: 'head', ...head });
    for (const record of arrival.block ?? []) this.#apply({ event: 'blocked', record, now, chance });
    if (arrival.unblock !== undefined) this.#apply({ event: 'unblocked', records: arrival.unblock });
    if (arrival.noSnapshot !== undefined) this.#apply({ event: 'no_snapshot', scope: arrival.noSnapshot });
    if (arrival.isDouble === true) {
      this.#world.seen('double_found');
      this.beginIncarnation();
    }
    if (step.step === 'poll' && arrival.heads !== undefined)
      this.#apply({ event: 'rested', lane: step.lane, until: now + pollEvery * (0.5 + chance) });
    else
      this.#apply({
        event: 'ended',
        lane: step.lane,
        now,
        progress: arrival.progress,
        chance,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      });
  }
}
