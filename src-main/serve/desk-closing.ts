// When an open desk is closed while its process goes on: somebody asked, the machine goes to sleep, or nobody has been there
// for as long as the desk says. It closes only once nobody is signed in and no call and no piece of work needs it.

import type { ClosedState } from '../../src-shared/contract/views.ts';
import { logAction } from './desk-people.ts';
import type { DeskSessions } from './desk-sessions.ts';
import { type CallLog, faultPlace } from './fault-place.ts';
import { type HeldDesk, letGo } from './held-desk.ts';

/** Why, and in whose name it stands in the log. */
type Wish = { readonly how: 'person' | 'idle' | 'sleep'; readonly account: string };

type Needs = {
  /** ms since 1970. */
  readonly now: () => number;
  readonly sessions: DeskSessions;
  /** The open desk; null while none is. */
  readonly held: () => HeldDesk | null;
  /** Whether work is under way. */
  readonly isBusy: () => boolean;
  /** The host has no open desk any more. */
  readonly release: () => void;
  readonly log: CallLog;
};

export class DeskClosing {
  readonly #needs: Needs;
  #wish: Wish | null = null;
  #calls = 0;
  #attendedAt = 0;
  /** The desk is closed, and threads that had it open beside this one are about to end. */
  #isEnding = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** What goes on behind locked windows. */
  state(): ClosedState {
    if (this.#isEnding || this.#wish !== null) return 'closing';
    return this.#needs.held() === null ? 'closed' : 'open';
  }

  /** Closes at once, or as soon as nothing needs the desk any more. */
  want(how: Wish['how'], account = 'system'): void {
    if (this.#needs.held() === null) return;
    this.#wish = { how, account };
    this.settle();
  }

  /** Somebody has come. */
  callOff(): void {
    this.#wish = null;
    this.attend();
  }

  /** Somebody was there just now. */
  attend(): void {
    this.#attendedAt = this.#needs.now();
  }

  /** A call keeps the desk open until it is answered. */
  async during<T>(call: () => T | PromiseLike<T>): Promise<T> {
    this.#calls += 1;
    try {
      return await call();
    } finally {
      this.#calls -= 1;
      this.settle();
    }
  }

  /** Looks whether the desk is deserted; called every half minute. */
  look(): void {
    const settings = this.#needs.held()?.desk.settings.current;
    if (settings === undefined) return;
    const { closeAfterMinutes, lockAfterMinutes } = settings;
    this.#needs.sessions.lockPast(this.#needs.now(), lockAfterMinutes);
    if (closeAfterMinutes !== null && this.#isDeserted(Math.max(closeAfterMinutes, lockAfterMinutes))) {
      this.#needs.sessions.lockAll('idle');
      this.want('idle');
    }
    this.settle();
  }

  /** Closes the desk if that is wanted and nothing needs it. */
  settle(): void {
    const { sessions, isBusy } = this.#needs;
    const wish = this.#wish;
    if (wish === null || this.#calls > 0 || isBusy() || sessions.isAnybodyIn()) return;
    this.#wish = null;
    const held = this.#needs.held();
    if (held !== null) void this.#close(held, wish);
  }

  async #close(held: HeldDesk, { how, account }: Wish): Promise<void> {
    const { log, release, sessions } = this.#needs;
    logAction(held.desk, account, 'desk_closed', how === 'person' ? {} : { how });
    release();
    this.#isEnding = true;
    try {
      await letGo(held);
    } catch (error) {
      log(`closing ${faultPlace(error)}`);
    }
    this.#isEnding = false;
    sessions.tellLocked();
  }

  /** A clock set back begins the time anew. */
  #isDeserted(minutes: number): boolean {
    const away = this.#needs.now() - this.#attendedAt;
    if (away < 0) this.attend();
    return away >= minutes * 60_000;
  }
}
