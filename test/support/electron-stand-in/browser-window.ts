// BrowserWindow: what it was made with, how it closes, and its contents.

import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { StandInApp } from './app.ts';
import type { StandInIpc } from './ipc.ts';
import { assertReady, type Journal, preventable, type Readiness } from './journal.ts';
import { StandInSession } from './sessions.ts';
import { type Printing, StandInContents } from './web-contents.ts';

export type WindowWorld = {
  readonly app: StandInApp;
  readonly ipc: StandInIpc;
  readonly journal: Journal;
  readonly readiness: Readiness;
  readonly printing: () => Printing;
  /** Every window that is open. */
  readonly windows: Set<StandInWindow>;
};

export class StandInWindow
  extends EventEmitter
  implements
    Pick<
      BrowserWindow,
      'close' | 'destroy' | 'focus' | 'isDestroyed' | 'isMaximized' | 'isMinimized' | 'maximize' | 'restore' | 'show'
    >
{
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: StandInContents;
  readonly #world: WindowWorld;
  isShown = false;
  isFocusedNow = false;
  #isMaximized = false;
  isMinimizedNow = false;
  #isDestroyed = false;

  constructor(world: WindowWorld, id: number, options: BrowserWindowConstructorOptions) {
    super();
    assertReady(world.readiness, 'BrowserWindow');
    this.#world = world;
    this.options = options;
    const preferences = options.webPreferences ?? {};
    const { session } = preferences;
    if (!(session instanceof StandInSession)) throw new Error('every window names its session');
    this.webContents = new StandInContents({ id, preferences, session, ipc: world.ipc, printing: world.printing });
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    world.windows.add(this);
    world.journal.note(preferences.preload === undefined ? 'paper window' : 'window');
    world.app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  getNormalBounds(): Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }

  show(): void {
    this.isShown = true;
  }

  focus(): void {
    this.isFocusedNow = true;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isMinimized(): boolean {
    return this.isMinimizedNow;
  }

  restore(): void {
    this.isMinimizedNow = false;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** As a person closes it: the program may stop it, then the page may. */
  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return;
    if (this.webContents.hasUnsavedWork) {
      const leave = preventable({});
      this.webContents.emit('will-prevent-unload', leave);
      if (!leave.defaultPrevented) return;
    }
    this.destroy();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.webContents.page?.end();
    this.#world.windows.delete(this);
    this.emit('closed');
    this.#world.app.windowIsGone();
  }
}
