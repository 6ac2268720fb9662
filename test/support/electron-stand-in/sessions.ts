// Sessions: what the program set on them, and what a page loaded through them would get.

import { EventEmitter } from 'node:events';
import type { CallbackResponse, OnBeforeRequestListenerDetails, ProxyConfig, Session } from 'electron';
import { assertReady, type Journal, preventable, type Readiness } from './journal.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: Pick<OnBeforeRequestListenerDetails, 'url'>,
  callback: (response: CallbackResponse) => void,
) => void;
type PermissionRequest = (contents: unknown, permission: string, callback: (granted: boolean) => void) => void;

export class StandInSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly settings: Record<string, unknown> = {};
  #beforeRequest: BeforeRequest | null = null;
  #permissionRequest: PermissionRequest | null = null;
  #permissionCheck: (() => boolean) | null = null;
  #device: (() => boolean) | null = null;

  readonly protocol = {
    handle: (scheme: string, handler: Handler) => {
      if (this.handlers.has(scheme)) throw new Error(`the protocol ${scheme} is handled already`);
      this.handlers.set(scheme, handler);
    },
  } satisfies Partial<Session['protocol']>;

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.#beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.#permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler;
  }

  setDisplayMediaRequestHandler(handler: (request: unknown, callback: (streams: object | null) => void) => void): void {
    handler({}, (streams) => {
      this.settings['displayMedia'] = streams;
    });
  }

  setBluetoothPairingHandler(
    handler: (details: unknown, callback: (response: { confirmed: boolean }) => void) => void,
  ): void {
    handler({}, ({ confirmed }) => {
      this.settings['bluetooth'] = confirmed;
    });
  }

  setUSBProtectedClassesHandler(handler: (details: { protectedClasses: string[] }) => string[]): void {
    this.settings['protectedUsb'] = handler({ protectedClasses: ['hid'] });
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.settings['spellChecker'] = enable;
  }

  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.settings['dictionaries'] = url;
  }

  allowNTLMCredentialsForDomains(domains: string): void {
    this.settings['ntlm'] = domains;
  }

  setProxy(config: ProxyConfig): Promise<void> {
    this.settings['proxy'] = config;
    return Promise.resolve();
  }

  /** What the program says to a permission, asked and checked. */
  permission(name: string): { readonly granted: boolean; readonly checked: boolean; readonly device: boolean } {
    let granted = true;
    if (this.#permissionRequest === null || this.#permissionCheck === null || this.#device === null)
      throw new Error('permissions were left to Electron, which grants them');
    this.#permissionRequest({}, name, (answer) => {
      granted = answer;
    });
    return { granted, checked: this.#permissionCheck(), device: this.#device() };
  }

  /** Whether a download that starts now goes on. */
  download(): boolean {
    const event = preventable({});
    this.emit('will-download', event, {}, {});
    return !event.defaultPrevented;
  }

  /** Loads an address as a page would: first past the filter, then from the program's own handler. */
  async load(url: string): Promise<Response | 'blocked' | 'unknown scheme'> {
    let isBlocked = false;
    this.#beforeRequest?.({ url }, ({ cancel }) => {
      isBlocked = cancel === true;
    });
    if (isBlocked) return 'blocked';
    const handler = this.handlers.get(new URL(url).protocol.slice(0, -1));
    return handler === undefined ? 'unknown scheme' : handler(new Request(url));
  }
}

export type StandInSessions = {
  readonly usual: StandInSession;
  readonly byPartition: ReadonlyMap<string, StandInSession>;
  readonly module: {
    readonly defaultSession: StandInSession;
    readonly fromPartition: (partition: string) => StandInSession;
  };
};

export function createSessions(readiness: Readiness, journal: Journal): StandInSessions {
  const usual = new StandInSession();
  const byPartition = new Map<string, StandInSession>();
  const module = {
    get defaultSession() {
      assertReady(readiness, 'session.defaultSession');
      return usual;
    },
    fromPartition(partition: string) {
      assertReady(readiness, 'session.fromPartition');
      journal.note(`session ${partition}`);
      const made = byPartition.get(partition) ?? new StandInSession();
      byPartition.set(partition, made);
      return made;
    },
  };
  return { usual, byPartition, module };
}
