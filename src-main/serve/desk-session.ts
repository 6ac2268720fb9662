// One window's session: who is signed in at it, and since when nothing was asked.

import type { DeskEvent } from '../../src-shared/contract/views.ts';
import { OpenImports } from '../imports/open-imports.ts';
import { RegisterSurveys } from './register-surveys.ts';

export type EventListener = (event: DeskEvent) => void;

export class DeskSession {
  /** Ledgers read at this window and not imported yet. */
  readonly imports = new OpenImports();
  readonly surveys = new RegisterSurveys();
  #account: string | null = null;
  #lastUsed = 0;
  readonly #listeners = new Set<EventListener>();

  get account(): string | null {
    return this.#account;
  }

  signIn(account: string, now: number): void {
    if (this.#account !== account) this.imports.forgetOthers(account);
    this.#account = account;
    this.#lastUsed = now;
  }

  /** True when somebody was signed in. */
  lock(): boolean {
    const wasOpen = this.#account !== null;
    this.#account = null;
    if (wasOpen) this.tell({ type: 'locked' });
    return wasOpen;
  }

  /** Whether so many minutes have gone by without a call; if not, this is one. A clock set back counts as use. */
  isIdle(now: number, lockAfterMinutes: number): boolean {
    if (this.isPast(now, lockAfterMinutes)) return true;
    this.#lastUsed = now;
    return false;
  }

  /** Whether somebody is signed in who has not called for so many minutes; asking is no call. */
  isPast(now: number, lockAfterMinutes: number): boolean {
    return this.#account !== null && now - this.#lastUsed > lockAfterMinutes * 60_000;
  }

  tell(event: DeskEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Whether somebody is signed in at a window that follows the news; a command follows none. */
  isFollowed(): boolean {
    return this.#account !== null && this.#listeners.size > 0;
  }

  /** Gives the way to stop listening. */
  listen(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
