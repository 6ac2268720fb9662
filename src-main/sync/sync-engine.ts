// Sync while a desk is open: asks `nextStep` what to begin, begins it, and asks again when something has changed. It
// remembers nothing that may not be lost at any moment (S23).

import type { Problem } from '../../src-shared/base/problem.ts';
import { isFree } from '../../src-shared/sync/desk/lane.ts';
import { type Begin, nextStep, patience, type Wait } from '../../src-shared/sync/desk/next-step.ts';
import type { Access, SyncEvent, SyncMemory } from '../../src-shared/sync/desk/sync-memory.ts';
import { applyEvent, emptyMemory } from '../../src-shared/sync/desk/sync-memory.ts';
import type { Desk } from '../records/desk.ts';
import type { Arrival } from './arrival.ts';
import { blobTasks } from './blobs/carry-blob.ts';
import type { CallFailure } from './centre-calls.ts';
import { type CentreLink, createCentreLink } from './centre-link.ts';
import { centreKeyOf, problemOf } from './enrolment.ts';
import { createHeldChains } from './held-chains.ts';
import { learnDevices } from './learn-devices.ts';
import { createNumberLease } from './lease-numbers.ts';
import { type ClockWatch, watchClock } from './note-clock.ts';
import { type PageReader, startPageThread } from './page-reader.ts';
import { createPagesAhead } from './pages-ahead.ts';
import { noticeScopes, readFacts } from './read-facts.ts';
import { createReadingPace } from './reading-pace.ts';
import { type Ran, runStep } from './run-step.ts';
import type { SyncClocks } from './sync-clocks.ts';
import type { Pace } from './take-page.ts';

export type SyncTools = {
  readonly desk: Desk;
  readonly clocks: SyncClocks;
  /** In place of a thread of its own. */
  readonly reader?: PageReader;
  /** Whether somebody sits at a window of this desk, who must never wait for sync. */
  readonly isAttended: () => boolean;
  /** Told what broke: code and place, nothing of a record. */
  readonly log: (line: string) => void;
};

/** How the way to the centre is, as this process sees it. */
export type LinkState = {
  readonly access: Access;
  /** ms since 1970 by this desk's clock, of the last answer of the centre; null before the first. */
  readonly heardAt: number | null;
  /** Why the last try gave nothing; null after one that did. */
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Entries of the log that are still to be read, of all scopes, as far as the centre has said. */
  readonly toRead: number;
  /** ms until they are read at the present pace; null where nobody knows. */
  readonly timeLeft: number | null;
};

/** ms between two polls, before chance. */
const pollEvery = 30_000;
/** Entries a new desk reads from the log before a snapshot is worth it. */
const worthASnapshot = 5_000;

export class SyncEngine {
  readonly #tools: SyncTools;
  readonly #link: CentreLink;
  readonly #thread: ReturnType<typeof startPageThread> | null;
  readonly #leaseNumbers: () => Promise<boolean>;
  readonly #chainsOf: ReturnType<typeof createHeldChains>;
  readonly #idle = new Set<(wait: Wait) => void>();
  readonly #running = new Set<Promise<void>>();
  readonly #clock: ClockWatch;
  readonly #ahead = createPagesAhead();
  readonly #pace = createReadingPace();
  #memory: SyncMemory = emptyMemory;
  #callOff: (() => void) | null = null;
  #heardAt: number | null = null;
  #problem: Problem | null = null;
  #isStopped = false;
  #progress = 0;
  #isNoticed = false;

  constructor(tools: SyncTools) {
    this.#tools = tools;
    this.#clock = watchClock(tools.desk, tools.clocks);
    this.#link = createCentreLink(tools.desk, tools.clocks);
    this.#leaseNumbers = createNumberLease(tools.desk, this.#link);
    this.#thread = tools.reader === undefined ? startPageThread() : null;
    this.#chainsOf = createHeldChains(tools.desk);
  }

  /** Begins, or looks again at once: after a save, an enrolment, a press of the button. */
  wake(): void {
    this.#apply({ event: 'woken', now: this.#now() });
    this.tick();
  }

  /** Facts may have changed; looked at once everything that runs now is done. Pauses of lanes that failed stay. */
  noticeFacts(): void {
    if (this.#isNoticed) return;
    this.#isNoticed = true;
    setImmediate(() => {
      this.#isNoticed = false;
      this.tick();
    });
  }

  /** Looks at the facts until there is nothing to begin, and comes back when `nextStep` says so. */
  tick(): void {
    this.#callOff?.();
    this.#callOff = null;
    if (this.#isStopped) return;
    this.#clock.look();
    this.#noticeEnrolment();
    for (;;) {
      const now = this.#now();
      const step = nextStep(this.#facts(now), this.#memory, now);
      if (step.step === 'wait') return this.#wait(step, now);
      this.#apply({ event: 'started', lane: step.lane, until: now + patience(step) });
      const running = this.#run(step).finally(() => {
        this.#running.delete(running);
        this.tick();
      });
      this.#running.add(running);
    }
  }

  /** Resolves when nothing is under way and nothing can be begun before some time has passed. */
  settled(): Promise<Wait> {
    return new Promise((resolve) => {
      this.#idle.add(resolve);
      this.wake();
    });
  }

  /** Steps so far that have brought anything nearer; only ever grows. */
  progress(): number {
    return this.#progress;
  }

  /** The way to the centre, for what is no step of a sync. */
  link(): CentreLink {
    return this.#link;
  }

  /** How whatever takes changes in keeps out of the way of whoever types. */
  pace(): Pace {
    const { clocks, isAttended } = this.#tools;
    return { steady: clocks.steady, pause: clocks.pause, isAttended };
  }

  state(): LinkState {
    const now = this.#now();
    const toRead = this.#toRead();
    return {
      access: this.#link.enrolment() === null ? 'not_enrolled' : this.#memory.access,
      heardAt: this.#heardAt,
      problem: this.#problem,
      busy: [...this.#memory.lanes].some(([name, { busyUntil }]) => name !== 'poll' && busyUntil > now),
      toRead,
      timeLeft: this.#pace(now, toRead),
    };
  }

  /** Nothing is begun any more; what is under way may end. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#callOff?.();
    await this.#thread?.stop();
  }

  #now(): number {
    return this.#tools.clocks.steady();
  }

  #apply(event: SyncEvent): void {
    this.#memory = applyEvent(this.#memory, event);
  }

  #noticeEnrolment(): void {
    const isEnrolled = this.#link.enrolment() !== null;
    if (!isEnrolled) this.#apply({ event: 'access', access: 'not_enrolled' });
    else if (this.#memory.access === 'not_enrolled') this.#apply({ event: 'access', access: 'granted' });
    if (isEnrolled) noticeScopes(this.#tools.desk);
  }

  #facts(now: number) {
    const blocked = [...this.#memory.blocks].filter(([, lane]) => !isFree(lane, now)).map(([record]) => record);
    const isOn = this.#memory.access === 'granted';
    return readFacts(this.#tools.desk, {
      blocked,
      chainsOf: this.#chainsOf,
      blobs: isOn ? blobTasks(this.#tools.desk) : [],
      worthASnapshot,
    });
  }

  #wait(step: Wait, now: number): void {
    const delay = Math.max(0, step.until - now);
    this.#callOff = this.#tools.clocks.after(delay, () => this.tick());
    if (this.#running.size > 0) return;
    for (const resolve of this.#idle) resolve(step);
    this.#idle.clear();
  }

  async #run(step: Begin): Promise<void> {
    const ran = await this.#tryStep(step);
    if (this.#isStopped) return;
    this.#heard(step, ran);
    this.#end(step, ran.arrival, ran.failure);
  }

  async #tryStep(step: Begin): Promise<Ran> {
    const { desk, clocks, log } = this.#tools;
    const enrolment = this.#link.enrolment();
    if (enrolment === null) return gone;
    const reader = this.#tools.reader ?? this.#thread?.read;
    if (reader === undefined) return gone;
    const tools = {
      desk,
      link: this.#link,
      key: centreKeyOf(enrolment),
      reader,
      ahead: this.#ahead,
      pace: this.pace(),
      clocks,
      clock: this.#clock,
    };
    try {
      const ran = await runStep(tools, step);
      if (step.step === 'poll' && ran.failure === null) {
        await learnDevices(desk, this.#link);
        await this.#leaseNumbers();
      }
      return ran;
    } catch (error) {
      if (this.#isStopped) return gone;
      log(`sync ${step.step} ${error instanceof Error ? (error.stack ?? error.name) : 'failed'}`);
      return gone;
    }
  }

  #heard(step: Begin, { failure }: Ran): void {
    if (failure === null) {
      this.#heardAt = this.#tools.clocks.wall();
      this.#problem = null;
      if (step.step === 'poll') this.#apply({ event: 'access', access: 'granted' });
      return;
    }
    const before = this.#problem?.code;
    this.#problem = problemOf(failure);
    if (failure.why === 'revoked' || failure.why === 'too_old') this.#apply({ event: 'access', access: failure.why });
    if (before !== this.#problem.code) this.#tools.desk.notify({ type: 'delivery' });
  }

  #end(step: Begin, arrival: Arrival, failure: CallFailure | null): void {
    const now = this.#now();
    const chance = this.#tools.clocks.chance();
    if (arrival.progress) this.#progress += 1;
    for (const head of arrival.heads ?? []) this.#apply({ event: 'head', ...head });
    for (const record of arrival.block ?? []) this.#apply({ event: 'blocked', record, now, chance });
    if (arrival.unblock !== undefined) this.#apply({ event: 'unblocked', records: arrival.unblock });
    if (arrival.noSnapshot !== undefined) this.#apply({ event: 'no_snapshot', scope: arrival.noSnapshot });
    const { lane } = step;
    if (step.step === 'poll' && failure === null)
      return this.#apply({ event: 'rested', lane, until: now + pollEvery * (0.5 + chance) });
    const asked = failure?.why === 'busy' ? { retryAfter: failure.retryAfter } : {};
    this.#apply({ event: 'ended', lane, now, progress: arrival.progress, chance, ...asked });
  }

  #toRead(): number {
    const { scopes } = readFacts(this.#tools.desk, { blocked: [], chainsOf: () => [], blobs: [], worthASnapshot });
    return scopes.reduce((sum, { scope, cursor }) => {
      const head = this.#memory.heads.get(scope);
      return sum + (cursor !== null && head?.epoch === cursor.epoch ? Math.max(0, head.seq - cursor.seq) : 0);
    }, 0);
  }
}

const gone: Ran = { arrival: { progress: false }, failure: null };
