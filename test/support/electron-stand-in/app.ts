// `app`: readiness, the single instance, paths, and how a program ends.

import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { AboutPanelOptionsOptions, App } from 'electron';
import type { StandInWindow } from './browser-window.ts';
import { assertNotReady, assertReady, type Journal, preventable, type Readiness } from './journal.ts';

export type AppSetting = {
  readonly journal: Journal;
  readonly readiness: Readiness;
  readonly folders: { readonly appData: string; readonly documents: string };
  readonly isPackaged: boolean;
  readonly isFirst: boolean;
  readonly switches: readonly string[];
  readonly languages: readonly string[];
  readonly windows: ReadonlySet<StandInWindow>;
};

export class StandInApp
  extends EventEmitter
  implements
    Pick<
      App,
      | 'enableSandbox'
      | 'exit'
      | 'getPath'
      | 'getPreferredSystemLanguages'
      | 'getVersion'
      | 'isPackaged'
      | 'quit'
      | 'requestSingleInstanceLock'
      | 'setAboutPanelOptions'
      | 'setAppUserModelId'
      | 'setName'
      | 'setPath'
      | 'whenReady'
    >
{
  readonly isPackaged: boolean;
  readonly switches = new Map<string, string>();
  readonly paths = new Map<string, string>();
  about: AboutPanelOptionsOptions = {};
  /** Null while the program runs. */
  exitCode: number | null = null;
  readonly #setting: AppSetting;
  readonly #ready: Promise<void>;
  #becomeReady: () => void = () => undefined;
  #isQuitting = false;

  constructor(setting: AppSetting) {
    super();
    this.#setting = setting;
    this.isPackaged = setting.isPackaged;
    for (const name of setting.switches) this.switches.set(name, '');
    this.#ready = new Promise((resolve) => {
      this.#becomeReady = resolve;
    });
  }

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => {
      assertNotReady(this.#setting.readiness, 'appendSwitch');
      this.switches.set(name, value);
    },
    hasSwitch: (name: string) => this.switches.has(name),
  } satisfies Partial<App['commandLine']>;

  /** Electron gets ready after the program's first file has run. */
  becomeReady(): void {
    this.#setting.readiness.isReady = true;
    this.#setting.journal.note('ready');
    this.emit('ready');
    this.#becomeReady();
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  setName(name: string): void {
    this.#setting.journal.note(`name ${name}`);
  }

  setAppUserModelId(id: string): void {
    this.#setting.journal.note(`id ${id}`);
  }

  setPath(name: string, path: string): void {
    assertNotReady(this.#setting.readiness, 'setPath');
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`);
    this.paths.set(name, path);
    this.#setting.journal.note(`path ${name}`);
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    if (name === 'appData' || name === 'documents') return this.#setting.folders[name];
    throw new Error(`the stand-in has no folder ${name}`);
  }

  getVersion(): string {
    return '0.0.0-test';
  }

  getPreferredSystemLanguages(): string[] {
    assertReady(this.#setting.readiness, 'getPreferredSystemLanguages');
    return [...this.#setting.languages];
  }

  enableSandbox(): void {
    assertNotReady(this.#setting.readiness, 'enableSandbox');
    this.#setting.journal.note('sandbox for all');
  }

  requestSingleInstanceLock(): boolean {
    this.#setting.journal.note('single instance');
    return this.#setting.isFirst;
  }

  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    this.about = options;
  }

  quit(): void {
    if (this.exitCode !== null) return;
    const before = preventable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of [...this.#setting.windows]) window.close();
    if (this.#setting.windows.size > 0) {
      // A page kept its window: nothing ends.
      this.#isQuitting = false;
      return;
    }
    const last = preventable({});
    this.emit('will-quit', last);
    if (!last.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    this.exitCode = code;
    this.#setting.journal.note(`ended ${code}`);
    this.emit('quit', {}, code);
  }

  windowIsGone(): void {
    if (this.#setting.windows.size === 0 && !this.#isQuitting) this.emit('window-all-closed');
  }
}
