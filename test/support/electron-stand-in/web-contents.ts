// The contents of one window: loaded through its session, watched for where it tries to go, printed as the test decides.

import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type {
  HandlerDetails,
  PrintToPDFOptions,
  WebContents,
  WebContentsPrintOptions,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron';
import type { StandInIpc } from './ipc.ts';
import { preventable } from './journal.ts';
import type { StandInPortMain } from './message-ports.ts';
import { StandInPage } from './page.ts';
import type { StandInSession } from './sessions.ts';

export type PrintOutcome = { readonly success: boolean; readonly failureReason: string };

/** What a test decides for all contents, and what it finds out. */
export type Printing = {
  readonly outcome: PrintOutcome;
  readonly printed: { readonly html: string; readonly options: WebContentsPrintOptions }[];
  readonly pdfs: { readonly html: string; readonly policy: string; readonly options: PrintToPDFOptions }[];
};

export type ContentsSetting = {
  readonly id: number;
  readonly preferences: WebPreferences;
  readonly session: StandInSession;
  readonly ipc: StandInIpc;
  readonly printing: () => Printing;
};

export class StandInContents
  extends EventEmitter
  implements
    Pick<WebContents, 'id' | 'send' | 'loadURL' | 'print' | 'printToPDF' | 'executeJavaScript' | 'setWindowOpenHandler'>
{
  readonly id: number;
  readonly preferences: WebPreferences;
  page: StandInPage | null = null;
  html = '';
  policy = '';
  readonly scripts: string[] = [];
  /** Whether the page asks to stay when it is to be closed. */
  hasUnsavedWork = false;
  readonly #setting: ContentsSetting;
  #openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;

  constructor(setting: ContentsSetting) {
    super();
    this.id = setting.id;
    this.preferences = setting.preferences;
    this.#setting = setting;
  }

  async loadURL(url: string): Promise<void> {
    const response = await this.#setting.session.load(url);
    if (typeof response === 'string') throw new Error(`ERR_FAILED (${response}) loading '${url}'`);
    this.html = await response.text();
    this.policy = response.headers.get('content-security-policy') ?? '';
    const { preload } = this.preferences;
    const origin = /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? '';
    if (preload !== undefined)
      this.page = new StandInPage(origin, preload, this.#setting.ipc.fromPage(this.id, origin));
    this.emit('did-finish-load');
  }

  send(channel: string, ...args: unknown[]): void {
    this.page?.receive(channel, [], args);
  }

  postMessage(channel: string, message: unknown, transfer: readonly StandInPortMain[] = []): void {
    const ports: MessagePort[] = transfer.map((port) => port.handOn());
    this.page?.receive(channel, ports, [message]);
  }

  executeJavaScript(code: string): Promise<unknown> {
    this.scripts.push(code);
    return Promise.resolve(true);
  }

  print(options: WebContentsPrintOptions = {}, callback?: (success: boolean, failureReason: string) => void): void {
    const { outcome, printed } = this.#setting.printing();
    printed.push({ html: this.html, options });
    setImmediate(() => callback?.(outcome.success, outcome.failureReason));
  }

  printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    this.#setting.printing().pdfs.push({ html: this.html, policy: this.policy, options });
    return Promise.resolve(Buffer.from(`%PDF-1.7 ${this.html}`));
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.#openHandler = handler;
  }

  /** Whether the page gets where it tries to go. */
  triesToGo(url: string, isMainFrame = true): boolean {
    const inFrame = preventable({ url, isMainFrame });
    this.emit('will-frame-navigate', inFrame);
    const inMain = preventable({ url, isMainFrame });
    if (isMainFrame) this.emit('will-navigate', inMain);
    return !inFrame.defaultPrevented && !inMain.defaultPrevented;
  }

  /** Whether the page, sent on elsewhere, goes there. */
  isSentOn(url: string): boolean {
    const event = preventable({ url, isMainFrame: true });
    this.emit('will-redirect', event);
    return !event.defaultPrevented;
  }

  /** Whether the page gets a window of its own. */
  triesToOpen(url: string): boolean {
    if (this.#openHandler === null) throw new Error('new windows were left to Electron, which allows them');
    const referrer = { url: '', policy: 'no-referrer' } as const;
    const details: HandlerDetails = { url, frameName: '', features: '', disposition: 'new-window', referrer };
    return this.#openHandler(details).action === 'allow';
  }

  /** Whether the page gets a page inside itself. */
  triesToAttach(): boolean {
    const event = preventable({});
    this.emit('will-attach-webview', event, {}, {});
    return !event.defaultPrevented;
  }
}
