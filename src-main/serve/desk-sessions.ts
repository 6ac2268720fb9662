// The windows of one desk: who is signed in at each, what they are told, and locking them, each lock in the log.

import type { DeskEvent } from '../../src-shared/contract/views.ts';
import type { Desk } from '../records/desk.ts';
import { logAction } from './desk-people.ts';
import { DeskSession } from './desk-session.ts';

/** What locked a window, when no person did. */
export type LockedBy = 'idle' | 'window';

export class DeskSessions {
  readonly #all = new Set<DeskSession>();
  /** The open desk; null while none is. */
  readonly #desk: () => Desk | null;

  constructor(desk: () => Desk | null) {
    this.#desk = desk;
  }

  connect(): DeskSession {
    const session = new DeskSession();
    this.#all.add(session);
    return session;
  }

  disconnect(session: DeskSession): void {
    this.#all.delete(session);
    this.lock(session, 'window');
  }

  lock(session: DeskSession, how?: LockedBy): void {
    const { account } = session;
    const detail: { readonly how?: string } = how === undefined ? {} : { how };
    const desk = this.#desk();
    if (session.lock() && account !== null && desk) logAction(desk, account, 'lock', detail);
  }

  lockAll(how?: LockedBy): void {
    for (const session of this.#all) this.lock(session, how);
  }

  /** Locks every window at which nothing was asked for so many minutes. */
  lockPast(now: number, minutes: number): void {
    for (const session of this.#all) if (session.isPast(now, minutes)) this.lock(session, 'idle');
  }

  /** Ends every session of a person who was disabled. */
  signOut(account: string): void {
    for (const session of this.#all) if (session.account === account) session.lock();
  }

  isAnybodyIn(): boolean {
    return [...this.#all].some(({ account }) => account !== null);
  }

  /** Whether somebody is signed in at a window that follows the news; a command follows none. */
  isAttended(): boolean {
    return [...this.#all].some((session) => session.isFollowed());
  }

  /** Only those who are signed in hear what happens on the desk. */
  tell(event: DeskEvent): void {
    for (const session of this.#all) if (session.account !== null) session.tell(event);
  }

  /** Locked windows ask again how the desk stands. */
  tellLocked(): void {
    for (const session of this.#all) if (session.account === null) session.tell({ type: 'locked' });
  }
}
