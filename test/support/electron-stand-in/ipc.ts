// ipcMain: what the program registered, and messages as pages (or strangers) send them.

import { EventEmitter } from 'node:events';
import type { ToMain } from './page.ts';

export type Frame = { readonly origin: string; readonly parent: object | null };
type Sender = { readonly sender: { readonly id: number }; readonly senderFrame: Frame | null };
type Handler = (event: Sender, input: unknown) => unknown;

export class StandInIpc extends EventEmitter {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  /** A question from anybody; rejects as Electron does, with the words of the error and nothing else. */
  async invokeAs(senderId: number, senderFrame: Frame | null, channel: string, input: unknown): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    try {
      return structuredClone(await handler({ sender: { id: senderId }, senderFrame }, input));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
    }
  }

  /** A message from anybody. */
  sendAs(senderId: number, senderFrame: Frame | null, channel: string, input: unknown): void {
    if (!this.emit(channel, { sender: { id: senderId }, senderFrame }, input))
      throw new Error(`nobody hears '${channel}'`);
  }

  fromPage(senderId: number, origin: string): ToMain {
    const frame: Frame = { origin, parent: null };
    return {
      invoke: (channel, input) => this.invokeAs(senderId, frame, channel, input),
      send: (channel, input) => this.sendAs(senderId, frame, channel, input),
    };
  }
}
