// Speaks Chromium's DevTools protocol with a browser of ours over two inherited pipes: no port is opened, and nobody else
// can join in. Messages are JSON, each ended by a zero byte.

import { type ChildProcess, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { assert } from '../../src-shared/base/assert.ts';
import { createDevtoolsReplies, type DevtoolsAnswer, type DevtoolsMessage } from './devtools-replies.ts';

export type Devtools = {
  /** Sends one command and gives its result; rejects when the browser refuses it or ends. */
  readonly send: (method: string, params?: object, session?: string) => Promise<DevtoolsAnswer>;
  /** Waits for the next event of that name. Ask before causing it. */
  readonly next: (event: string) => Promise<DevtoolsAnswer>;
  /** Stops the browser and waits until its process is gone. */
  readonly close: () => Promise<void>;
};

function readMessages(stream: Readable, onMessage: (message: DevtoolsMessage) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) onMessage(JSON.parse(part));
  });
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
  const replies = createDevtoolsReplies();
  let lastId = 0;
  child.once('error', replies.failAll);
  child.once('exit', (code, signal) => replies.failAll(new Error(`the browser ended (${code ?? signal})`)));
  // A broken pipe is never the reason, only its sign: the browser is stopped, and its end tells the reason.
  for (const pipe of [toBrowser, fromBrowser]) pipe.on('error', () => child.kill('SIGKILL'));
  readMessages(fromBrowser, replies.deliver);

  return {
    send(method, params = {}, session) {
      lastId += 1;
      const answer = replies.next(lastId);
      toBrowser.write(`${JSON.stringify({ id: lastId, method, params, sessionId: session })}\0`);
      return answer;
    },
    next: replies.next,
    async close() {
      if (child.pid === undefined) return;
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}
