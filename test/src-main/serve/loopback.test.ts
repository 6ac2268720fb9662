import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { startLoopback } from '../../../src-main/serve/loopback/loopback-server.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { hostOptions, serving } from '../../support/test-desk.ts';

function builtWindow(): string {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__" />');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'face.woff2'), 'font');
  writeFileSync(join(folder, '.secret'), 'hidden');
  return folder;
}

async function started() {
  const host = okValue(hostDesk(hostOptions(temporaryDirectory(), { now: 0 })));
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const server = await startLoopback({ serving: serving(host), windowFolder: builtWindow(), port: 0, random });
  onTestFinished(async () => {
    await server.close();
    host.close();
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const enter = async () => (await fetch(server.newAddress(), { redirect: 'manual' })).headers.get('set-cookie') ?? '';
  return { server, origin, enter };
}

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string };

/** Plain HTTP, since `fetch` corrects the very headers this is about. */
function ask(port: number, path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.once('error', reject);
    asked.end();
  });
}

describe('the way in', () => {
  it('is a link that works once and leaves a cookie no page can read', async () => {
    const { server, enter } = await started();
    const address = server.newAddress();
    const first = await fetch(address, { redirect: 'manual' });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    expect(first.headers.get('set-cookie')).toMatch(/^case_desk_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(403);
    expect(await enter()).toContain('HttpOnly');
  });

  it('is closed without the cookie, under another name and from another origin', async () => {
    const { server, origin, enter } = await started();
    const cookie = (await enter()).split(';')[0] ?? '';
    const host = `127.0.0.1:${server.port}`;
    const status = async (headers: Record<string, string>, method?: string) =>
      (await ask(server.port, '/', headers, method)).status;
    expect(await status({ host, cookie })).toBe(200);
    expect(await status({ host })).toBe(403);
    expect(await status({ host, cookie: `${cookie}x` })).toBe(403);
    expect(await status({ host: `case-desk.example:${server.port}`, cookie })).toBe(403);
    expect(await status({ host: `localhost:${server.port}`, cookie })).toBe(403);
    expect(await status({ host, cookie, origin: 'http://example.com' })).toBe(403);
    expect(await status({ host, cookie, origin })).toBe(200);
    expect(await status({ host, cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ host, cookie }, 'POST')).toBe(405);
  });

  it('lets no socket in without cookie and own origin', async () => {
    const { server, origin, enter } = await started();
    const cookie = (await enter()).split(';')[0] ?? '';
    const opens = (headers: Record<string, string>, path = '/rpc') =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
        socket.once('open', () => {
          socket.close();
          resolve(true);
        });
        socket.once('error', () => resolve(false));
      });
    expect(await opens({ cookie, origin })).toBe(true);
    expect(await opens({ cookie })).toBe(false);
    expect(await opens({ origin })).toBe(false);
    expect(await opens({ cookie, origin: 'http://example.com' })).toBe(false);
    expect(await opens({ cookie, origin }, '/other')).toBe(false);
  });
});

describe('other pages and other machines', () => {
  it('may show it in no frame, and share no browsing context with it', async () => {
    const { server, enter } = await started();
    const cookie = (await enter()).split(';')[0] ?? '';
    const { headers } = await ask(server.port, '/', { host: `127.0.0.1:${server.port}`, cookie });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('that rebind a name of theirs to this PC get nothing, by page or by socket', async () => {
    const { server, enter } = await started();
    const cookie = (await enter()).split(';')[0] ?? '';
    const host = `evil.example:${server.port}`;
    const headers = { host, cookie, origin: `http://${host}` };
    for (const path of ['/', '/assets/main-1a2b.js', '/rpc', '/enter?k=x'])
      expect([path, (await ask(server.port, path, headers)).status]).toEqual([path, 403]);
    const opened = new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers });
      socket.once('open', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    expect(await opened).toBe(false);
  });

  it('find nothing listening on any other address of this PC', async () => {
    const { server } = await started();
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address);
    for (const address of [...others, '127.0.0.2'])
      await expect(fetch(`http://${address}:${server.port}/`)).rejects.toThrow();
  });
});

describe('what is served', () => {
  it('carries a fresh nonce in page and policy each time', async () => {
    const { server, enter } = await started();
    const headers = { host: `127.0.0.1:${server.port}`, cookie: (await enter()).split(';')[0] ?? '' };
    const [one, other] = [await ask(server.port, '/', headers), await ask(server.port, '/', headers)];
    const nonce = /content="([^"]+)"/.exec(one.body)?.[1] ?? '';
    expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one.headers['content-security-policy']).not.toContain('unsafe');
    expect(one.body).not.toBe(other.body);
  });

  it('is what was built, each file by its type, and nothing beside it', async () => {
    const { server, enter } = await started();
    const headers = { host: `127.0.0.1:${server.port}`, cookie: (await enter()).split(';')[0] ?? '' };
    const get = async (path: string) => {
      const { status, headers: answered } = await ask(server.port, path, headers);
      return [status, answered['content-type'], answered['x-content-type-options']];
    };
    expect(await get('/assets/main-1a2b.js')).toEqual([200, 'text/javascript; charset=utf-8', 'nosniff']);
    expect(await get('/assets/face.woff2')).toEqual([200, 'font/woff2', 'nosniff']);
    expect(await get('/print/print.css')).toEqual([200, 'text/css; charset=utf-8', 'nosniff']);
    for (const path of [
      '/.secret',
      '/../package.json',
      '/assets/../.secret',
      '/%2e%2e/package.json',
      '/none.js',
      '/assets',
    ]) {
      expect((await get(path))[0], path).toBe(404);
    }
  });
});
