// `utilityProcess` over a real child process under Node: what falls over there falls over for real.

import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import type { ForkOptions, UtilityProcess } from 'electron';
import { assertReady, type Journal, type Readiness } from './journal.ts';
import type { StandInPortMain } from './message-ports.ts';
import { isPacket, type Packet } from './packets.ts';

const host = fileURLToPath(new URL('./utility-child.ts', import.meta.url));

export class StandInProcess extends EventEmitter implements Pick<UtilityProcess, 'kill' | 'pid' | 'stdout' | 'stderr'> {
  readonly child: ChildProcess;
  readonly #ports = new Map<number, MessagePort>();
  #lastPort = 0;

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super();
    const [, out = 'inherit', errors = 'inherit'] = Array.isArray(options.stdio) ? options.stdio : [];
    this.child = fork(host, [modulePath, ...args], {
      serialization: 'advanced',
      // As Electron runs utility processes.
      execArgv: ['--unhandled-rejections=warn-with-error-code'],
      stdio: ['ignore', out, errors, 'ipc'],
    });
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (packet) => this.#heard(packet));
    this.child.once('exit', (code, signal) => {
      for (const port of this.#ports.values()) port.close();
      this.emit('exit', code ?? (signal === 'SIGTERM' ? 15 : 9));
    });
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }

  get stdout() {
    return this.child.stdout;
  }

  get stderr() {
    return this.child.stderr;
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }

  postMessage(message: unknown, transfer: readonly StandInPortMain[] = []): void {
    const ports = transfer.map((port) => this.#relay(port.handOn()));
    this.#send({ kind: 'message', data: message, ports });
  }

  #send(packet: Packet): void {
    // As in Electron, a message to a process that has just ended reaches nobody.
    if (this.child.connected) this.child.send(packet, () => undefined);
  }

  #relay(port: MessagePort): number {
    this.#lastPort += 1;
    const number = this.#lastPort;
    this.#ports.set(number, port);
    port.on('message', (data: unknown) => this.#send({ kind: 'port-data', port: number, data }));
    port.on('close', () => {
      this.#ports.delete(number);
      this.#send({ kind: 'port-closed', port: number });
    });
    return number;
  }

  #heard(packet: unknown): void {
    if (!isPacket(packet)) throw new Error('the child of the stand-in sends packets only');
    if (packet.kind === 'message') this.emit('message', packet.data);
    else if (packet.kind === 'port-data') this.#ports.get(packet.port)?.postMessage(packet.data);
    else this.#ports.get(packet.port)?.close();
  }
}

export type StandInUtility = {
  /** Every process that was ever started, the newest last. */
  readonly processes: readonly StandInProcess[];
  readonly module: { readonly fork: (modulePath: string, args?: string[], options?: ForkOptions) => StandInProcess };
};

export function createUtility(readiness: Readiness, journal: Journal): StandInUtility {
  const processes: StandInProcess[] = [];
  const start = (modulePath: string, args: string[] = [], options: ForkOptions = {}) => {
    assertReady(readiness, 'utilityProcess.fork');
    journal.note('service started');
    const started = new StandInProcess(modulePath, args, options);
    processes.push(started);
    return started;
  };
  return { processes, module: { fork: start } };
}
