// The child's end of the stand-in of `utilityProcess`: gives the program `process.parentPort` as Electron does, then runs it.

import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { assert, required } from '../../../src-shared/base/assert.ts';
import { isPacket, type Packet } from './packets.ts';

function send(packet: Packet): void {
  assert(process.send !== undefined, 'the stand-in starts this program with a channel');
  process.send(packet);
}

/** A MessagePortMain as the child sees it: queues until it is started. */
class ChildPort extends EventEmitter {
  readonly #number: number;
  readonly #queue: unknown[] = [];
  #isStarted = false;

  constructor(number: number) {
    super();
    this.#number = number;
  }

  start(): void {
    this.#isStarted = true;
    for (const data of this.#queue.splice(0)) this.emit('message', { data, ports: [] });
  }

  postMessage(data: unknown): void {
    send({ kind: 'port-data', port: this.#number, data });
  }

  close(): void {
    send({ kind: 'port-closed', port: this.#number });
    this.emit('close');
  }

  arrived(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] });
    else this.#queue.push(data);
  }
}

/** Messages wait until the program listens. */
class ParentPort extends EventEmitter {
  readonly #queue: object[] = [];

  constructor() {
    super();
    this.on('newListener', (name) => {
      if (name === 'message') setImmediate(() => this.#flush());
    });
  }

  postMessage(data: unknown): void {
    send({ kind: 'message', data, ports: [] });
  }

  arrived(event: object): void {
    this.#queue.push(event);
    this.#flush();
  }

  #flush(): void {
    if (this.listenerCount('message') === 0) return;
    for (const event of this.#queue.splice(0)) this.emit('message', event);
  }
}

const ports = new Map<number, ChildPort>();
const parentPort = new ParentPort();

process.on('message', (packet) => {
  if (!isPacket(packet)) throw new Error('the stand-in sends packets only');
  if (packet.kind === 'port-data') ports.get(packet.port)?.arrived(packet.data);
  else if (packet.kind === 'port-closed') ports.get(packet.port)?.emit('close');
  else {
    const handed = packet.ports.map((number) => {
      const port = new ChildPort(number);
      ports.set(number, port);
      return port;
    });
    parentPort.arrived({ data: packet.data, ports: handed });
  }
});
process.on('disconnect', () => process.exit(0));

Object.assign(process, { parentPort });
const program = required(process.argv[2], 'the program to run is the first argument');
// As the program expects it: itself first, its arguments after it.
process.argv.splice(1, 1);
await import(pathToFileURL(program).href);
