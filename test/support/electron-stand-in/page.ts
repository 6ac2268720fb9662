// The page in the window: its own `window`, the built preload run as Electron runs it, and a bridge that only lets clones
// across.

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import type { ContextBridge, IpcRenderer } from 'electron';

/** The page's way to the main process: a clone of the message, as from this page's main frame. */
export type ToMain = {
  readonly invoke: (channel: string, input: unknown) => Promise<unknown>;
  readonly send: (channel: string, input: unknown) => void;
};

type AnyFunction = (...args: readonly unknown[]) => unknown;

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function';
}

/** What arrives on the other side of the context bridge: functions as proxies, everything else as a clone. */
function crossed(value: unknown): unknown {
  if (isFunction(value)) return (...args: readonly unknown[]) => crossed(value(...args.map(crossed)));
  if (value instanceof Promise)
    return value.then(crossed, (reason: unknown) => {
      throw new Error(reason instanceof Error ? reason.message : String(reason));
    });
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, crossed(inner)]));
  return structuredClone(value);
}

/** The page's window, as far as the window's own code looks at it before it draws anything. */
export class PageWindow extends EventTarget {
  readonly origin: string;
  readonly exposed: Record<string, unknown> = {};

  constructor(origin: string) {
    super();
    this.origin = origin;
  }

  postMessage(data: unknown, targetOrigin: string, transfer: readonly MessagePort[]): void {
    if (targetOrigin !== this.origin) throw new Error(`a message for ${targetOrigin} does not reach ${this.origin}`);
    const event = Object.assign(new Event('message'), { data, ports: transfer, source: this });
    setImmediate(() => this.dispatchEvent(event));
  }
}

class PageIpc extends EventEmitter implements Pick<IpcRenderer, 'invoke' | 'send'> {
  readonly #main: ToMain;

  constructor(main: ToMain) {
    super();
    this.#main = main;
  }

  invoke(channel: string, input: unknown): Promise<unknown> {
    return this.#main.invoke(channel, structuredClone(input));
  }

  send(channel: string, input: unknown): void {
    this.#main.send(channel, structuredClone(input));
  }
}

/** Names that a sandboxed preload does not have, or shall not use. */
const absent = [
  'process',
  'Buffer',
  'global',
  'globalThis',
  'fetch',
  '__dirname',
  '__filename',
  'setImmediate',
] as const;

export class StandInPage {
  readonly window: PageWindow;
  readonly #ipc: PageIpc;
  readonly #ports: MessagePort[] = [];
  readonly #navigator = { userActivation: { hasBeenActive: false, isActive: false } };

  constructor(origin: string, preload: string, main: ToMain) {
    this.window = new PageWindow(origin);
    this.#ipc = new PageIpc(main);
    const exports = {};
    const names = ['require', 'module', 'exports', 'window', 'navigator', ...absent];
    const run = compileFunction(readFileSync(preload, 'utf8'), names, { filename: preload });
    run((name: string) => this.#require(name), { exports }, exports, this.window, this.#navigator);
  }

  /** A person touches the page. */
  touch(): void {
    this.#navigator.userActivation.hasBeenActive = true;
  }

  /** A message of the main process; its ports come as the page's own. */
  receive(channel: string, ports: readonly MessagePort[], args: readonly unknown[]): void {
    this.#ports.push(...ports);
    this.#ipc.emit(channel, { sender: this.#ipc, ports }, ...args.map((arg) => structuredClone(arg)));
  }

  /** The page goes, and with it its ends of the channels. */
  end(): void {
    for (const port of this.#ports) port.close();
  }

  #require(name: string): unknown {
    if (name !== 'electron' && name !== 'electron/renderer') throw new Error(`module not found: ${name}`);
    const contextBridge: Pick<ContextBridge, 'exposeInMainWorld'> = {
      exposeInMainWorld: (key, api) => {
        if (key in this.window.exposed) throw new Error(`cannot bind an API on top of ${key}`);
        this.window.exposed[key] = crossed(api);
        Object.assign(this.window, { [key]: this.window.exposed[key] });
      },
    };
    return { contextBridge, ipcRenderer: this.#ipc };
  }
}
