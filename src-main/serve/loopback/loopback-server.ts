// The browser shell's server: this PC's loopback address only, one window's files and one web socket, for whoever came in
// by the one-time link.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { assert } from '../../../src-shared/base/assert.ts';
import { rpcPath } from '../../../src-shared/contract/shell.ts';
import type { Random } from '../../trust/random.ts';
import { type Serving, serveSocket } from '../serve-calls.ts';
import { createEntryPass, type EntryPass } from './entry-pass.ts';
import { isOwnFetch, isOwnHost, isOwnOrigin } from './request-guard.ts';
import { windowFile } from './window-files.ts';

export type LoopbackOptions = {
  readonly serving: Serving;
  /** Folder of the built window. */
  readonly windowFolder: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly random: Random;
};

export type LoopbackServer = {
  readonly port: number;
  /** A new one-time address to open in a browser. */
  readonly newAddress: () => string;
  readonly close: () => Promise<void>;
};

/** Bytes of one message: the largest attachment, and room for what goes around it. */
const largestMessage = 80 * 1024 * 1024;
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Rejects when the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer();
  const port = await listen(server, options.port);
  const pass = createEntryPass(port, options.random);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  const newNonce = () => Buffer.from(options.random(16)).toString('base64');
  const door: Door = { port, pass, folder: options.windowFolder, newNonce };
  server.on('request', (request, response) => {
    answer(request, response, door).catch(() => end(response, 500));
  });
  server.on('upgrade', (request, socket, head) => {
    if (!mayUpgrade(request, port, pass)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (webSocket) => serveSocket(options.serving, webSocket));
  });
  return {
    port,
    newAddress: () => `http://127.0.0.1:${port}${pass.newLink()}`,
    close: () => close(server, sockets),
  };
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      assert(address !== null && typeof address === 'object', 'a listening TCP server has an address');
      resolve(address.port);
    });
  });
}

type Door = {
  readonly port: number;
  readonly pass: EntryPass;
  readonly folder: string;
  readonly newNonce: () => string;
};

async function answer(request: IncomingMessage, response: ServerResponse, door: Door): Promise<void> {
  const { port, pass, folder, newNonce } = door;
  const { headers, method = '' } = request;
  if (!isOwnHost(headers, port) || !isOwnOrigin(headers, port, false)) return end(response, 403);
  if (method !== 'GET' && method !== 'HEAD') return end(response, 405);
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
  if (url.pathname === '/enter') return enter(response, pass, url.searchParams.get('k') ?? '');
  if (!isOwnFetch(headers) || !pass.isAdmitted(headers.cookie)) return end(response, 403, entryWords);
  const file = await windowFile(folder, url.pathname, newNonce);
  if (file === null) return end(response, 404);
  response.writeHead(200, { ...always, ...file.headers });
  response.end(method === 'HEAD' ? undefined : file.bytes);
}

const entryWords = '请用案台启动时给出的地址进入。Open the address that Case Desk printed when it started.';

function enter(response: ServerResponse, pass: EntryPass, key: string): void {
  const cookie = pass.enter(key);
  if (cookie === null) return end(response, 403, entryWords);
  response.writeHead(303, { ...always, location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' });
  response.end();
}

function mayUpgrade(request: IncomingMessage, port: number, pass: EntryPass): boolean {
  const { headers } = request;
  return (
    request.url === rpcPath &&
    isOwnHost(headers, port) &&
    isOwnOrigin(headers, port, true) &&
    pass.isAdmitted(headers.cookie)
  );
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
}

function end(response: ServerResponse, status: number, words = ''): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, {
    ...always,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
  });
  response.end(words);
}

function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  return new Promise((resolve) => {
    sockets.close();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
