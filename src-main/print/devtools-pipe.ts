// Speaks Chromium's DevTools protocol with a browser of ours over two inherited pipes: no port is opened, and nobody else
// can join in. Messages are JSON, each ended by a zero byte.

import { type ChildProcess, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { assert } from '../../src-shared/base/assert.ts';

export type DevtoolsAnswer = Readonly<Record<string, unknown>>;

export type Devtools = {
  /** Sends one command and gives its result; rejects when the browser refuses it or ends. */
  readonly send: (method: string, params?: object, session?: string) => Promise<DevtoolsAnswer>;
  /** Waits for the next event of that name. Ask before causing it. */
  readonly next: (event: string) => Promise<DevtoolsAnswer>;
  /** Stops the browser and waits until its process is gone. */
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (answer: DevtoolsAnswer) => void; readonly reject: (error: Error) => void };
type Message = {
  id?: number;
  method?: string;
  params?: DevtoolsAnswer;
  result?: DevtoolsAnswer;
  error?: { message?: string };
};

function readMessages(stream: Readable, onMessage: (message: Message) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) onMessage(JSON.parse(part));
  });
}

function settle(waiting: Waiting, message: Message): void {
  if (message.error === undefined) waiting.resolve(message.result ?? {});
  else waiting.reject(new Error(`the browser refused: ${message.error.message ?? 'no reason given'}`));
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Starts a browser and speaks with it. The caller closes it, whatever happens. */
export function startDevtools(program: string, flags: readonly string[], env: NodeJS.ProcessEnv): Devtools {
  const child = spawn(program, [...flags, '--remote-debugging-pipe'], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  assert(toBrowser instanceof Writable && fromBrowser instanceof Readable, 'both DevTools pipes are open');
  const commands = new Map<number, Waiting>();
  const events = new Map<string, Waiting>();
  let lastId = 0;
  let failure: Error | null = null;

  function fail(error: Error): void {
    failure ??= error;
    for (const waiting of [...commands.values(), ...events.values()]) waiting.reject(error);
    commands.clear();
    events.clear();
  }
  child.once('error', fail);
  child.once('exit', (code, signal) => fail(new Error(`the browser ended (${code ?? signal})`)));
  // A broken pipe is never the reason, only its sign: the browser is stopped, and its end tells the reason.
  for (const pipe of [toBrowser, fromBrowser]) pipe.on('error', () => child.kill('SIGKILL'));

  readMessages(fromBrowser, (message) => {
    const waiting = message.id === undefined ? events.get(message.method ?? '') : commands.get(message.id);
    if (waiting === undefined) return;
    if (message.id === undefined) {
      events.delete(message.method ?? '');
      waiting.resolve(message.params ?? {});
      return;
    }
    commands.delete(message.id);
    settle(waiting, message);
  });

  return {
    send(method, params = {}, session) {
      if (failure !== null) return Promise.reject(failure);
      lastId += 1;
      const id = lastId;
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
      return new Promise((resolve, reject) => commands.set(id, { resolve, reject }));
    },
    next(event) {
      if (failure !== null) return Promise.reject(failure);
      return new Promise((resolve, reject) => events.set(event, { resolve, reject }));
    },
    async close() {
      if (child.pid === undefined) return;
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}
