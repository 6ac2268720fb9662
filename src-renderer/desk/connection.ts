// Keeps one channel to the desk service open: reopens it when it breaks, lets calls wait for it a little, and tells how
// it stands. A call that was under way when the channel broke fails; it is never sent twice.

import type { ClientContext, ClientLink } from '@orpc/client';
import { type Channel, ChannelRefused, type OpenChannel } from './channel.ts';
import { DeskProblem } from './desk-problem.ts';

/** `refused`: the service runs, but this window has to come in by its new address. */
export type ConnectionState = 'opening' | 'open' | 'lost' | 'refused';

export type Connection = {
  /** The link every call goes through. */
  readonly link: ClientLink<ClientContext>;
  readonly state: () => ConnectionState;
  /** Calls back on every change of state; gives the way to stop. */
  readonly watch: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** Milliseconds a call waits for a channel before it fails. */
const patience = 8_000;
const waits = [200, 400, 800, 1_500, 3_000] as const;

/** @param sleep waits the given milliseconds; an argument so that tests need no clock */
export function createConnection(openChannel: OpenChannel, sleep: (ms: number) => Promise<void>): Connection {
  const listeners = new Set<() => void>();
  let channel: Channel | null = null;
  let state: ConnectionState = 'opening';
  let isClosed = false;

  function become(next: ConnectionState): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }

  async function keepOpen(): Promise<void> {
    for (let attempt = 0; !isClosed; attempt += 1) {
      let gone: ConnectionState = 'lost';
      try {
        channel = await openChannel();
        attempt = 0;
        become('open');
        await channel.closed;
      } catch (error) {
        // Nobody there yet, or nobody who lets us in: told by the state, tried again below.
        if (error instanceof ChannelRefused) gone = 'refused';
      }
      channel = null;
      if (isClosed) return;
      become(gone);
      await sleep(waits[Math.min(attempt, waits.length - 1)] ?? patience);
    }
  }

  function watch(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** The channel as soon as there is one. */
  async function ready(): Promise<Channel> {
    if (channel !== null) return channel;
    const opened = new Promise<void>((resolve) => {
      const stop = watch(() => {
        if (state !== 'open') return;
        stop();
        resolve();
      });
    });
    await Promise.race([opened, sleep(patience)]);
    if (channel === null) throw new DeskProblem({ code: 'desk_unreachable' });
    return channel;
  }

  const link: ClientLink<ClientContext> = {
    async call(path, input, options) {
      const open = await ready();
      return open.link.call(path, input, options);
    },
  };

  void keepOpen();
  return {
    link,
    state: () => state,
    watch,
    close() {
      isClosed = true;
      channel?.close();
    },
  };
}
