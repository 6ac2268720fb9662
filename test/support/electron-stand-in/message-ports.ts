// MessagePortMain and MessageChannelMain over Node's ports: events instead of handlers, nothing comes before `start`, and
// only ports can be handed on.

import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { MessageChannelMain, MessagePortMain } from 'electron';

export class StandInPortMain extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  readonly #port: MessagePort;
  #isHandedOn = false;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    this.#port.on('close', () => this.emit('close'));
  }

  close(): void {
    this.#port.close();
  }

  /** The port itself, for whoever it is handed to; this end is of no use afterwards. */
  handOn(): MessagePort {
    if (this.#isHandedOn) throw new Error('a message port can be handed on once');
    this.#isHandedOn = true;
    return this.#port;
  }
}

export class StandInChannelMain implements Record<keyof MessageChannelMain, unknown> {
  readonly port1: StandInPortMain;
  readonly port2: StandInPortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new StandInPortMain(port1);
    this.port2 = new StandInPortMain(port2);
  }
}
