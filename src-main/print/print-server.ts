// Serves one page and its assets to our own headless browser for as long as one print takes: loopback only, behind an
// address nobody can guess, under a content policy that lets the page run nothing.

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assert } from '../../src-shared/base/assert.ts';
import { readPrintAsset } from './print-assets.ts';

export type PrintPicture = { readonly bytes: Uint8Array; readonly media: string };
export type PrintServer = { readonly address: string; readonly close: () => Promise<void> };

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** `secret` makes the page's address; `picture` gives the bytes behind `/pictures/<name>`. */
export async function servePage(
  html: string,
  secret: string,
  picture: (name: string) => PrintPicture | null,
): Promise<PrintServer> {
  const page = `/page/${secret}`;
  const server = createServer((request, response) => {
    const address = request.url ?? '';
    if (request.method !== 'GET') return end(response, 405);
    if (address === page) return end(response, 200, { bytes: Buffer.from(html), media: 'text/html; charset=utf-8' });
    if (address.startsWith('/pictures/'))
      return endWith(response, picture(decodeURIComponent(address.slice('/pictures/'.length))));
    readPrintAsset(address).then(
      (asset) => endWith(response, asset),
      () => end(response, 500),
    );
  });
  const port = await listen(server);
  return { address: `http://127.0.0.1:${port}${page}`, close: () => close(server) };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      assert(address !== null && typeof address === 'object', 'a listening TCP server has an address');
      resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function endWith(response: ServerResponse, asset: PrintPicture | null): void {
  end(response, asset === null ? 404 : 200, asset ?? undefined);
}

function end(response: ServerResponse, status: number, asset?: PrintPicture): void {
  const headers = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  response.writeHead(status, asset === undefined ? headers : { ...headers, 'content-type': asset.media });
  response.end(asset?.bytes);
}
