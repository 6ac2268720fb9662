// A way to the centre on which everything goes wrong that can, by a seed: requests lost, answers lost after the centre has
// committed, requests sent twice, answers cut short.

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { createChance } from '../bench/seeded-chance.ts';

export type UnreliableWay = {
  readonly url: string;
  /** From 0 (everything arrives) up to 1. */
  readonly setFaults: (share: number) => void;
  readonly faults: () => number;
};

export async function startUnreliableWay(target: () => string, seed: number): Promise<UnreliableWay> {
  const chance = createChance(seed);
  let share = 0;
  let faults = 0;
  const strikes = () => {
    const does = chance.draw(1_000) < share * 1_000;
    if (does) faults += 1;
    return does;
  };

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming);
    if (strikes()) return void incoming.socket.destroy();
    if (strikes()) await forward(target(), incoming, body);
    const answer = await forward(target(), incoming, body);
    if (strikes()) return void incoming.socket.destroy();
    outgoing.writeHead(answer.status, answer.headers);
    if (strikes()) {
      outgoing.write(answer.body.subarray(0, answer.body.length / 2));
      return void incoming.socket.destroy();
    }
    outgoing.end(answer.body);
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the way has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    setFaults(next) {
      share = next;
    },
    faults: () => faults,
  };
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    const sending = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
      bytesOf(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes }),
        reject,
      );
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
