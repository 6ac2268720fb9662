// Reads and checks pages of the log away from the thread that serves the window: hashing a thousand changes must not keep
// anybody waiting who types.

import { Worker } from 'node:worker_threads';
import type { PartsReading } from '../../src-shared/sync/desk/read-page.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { type PackedReading, unpackParts } from './packed-parts.ts';

export type PageReader = (bytes: Uint8Array, cursor: LogPoint) => Promise<PartsReading>;
export type PageThread = { readonly read: PageReader; readonly stop: () => Promise<void> };
export type PageRequest = { readonly id: number; readonly bytes: Uint8Array; readonly cursor: LogPoint };
export type PageReply = { readonly id: number; readonly reading: PackedReading };

type Waiting = { readonly resolve: (reading: PartsReading) => void; readonly reject: (error: Error) => void };

/** One thread, begun with the first page. */
export function startPageThread(): PageThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  function fail(error: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./read-page-worker.ts', import.meta.url));
    started.on('message', ({ id, reading }: PageReply) => {
      waiting.get(id)?.resolve(unpackParts(reading));
      waiting.delete(id);
      // A thread with nothing to do keeps no process from ending.
      if (waiting.size === 0) started.unref();
    });
    started.on('error', fail);
    started.on('exit', () => fail(new Error('the thread that reads pages has ended')));
    return started;
  }

  return {
    read: (bytes, cursor) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker ??= start();
        worker.ref();
        worker.postMessage({ id: last, bytes, cursor } satisfies PageRequest);
      }),
    async stop() {
      await worker?.terminate();
    },
  };
}
