// Printing over the pipe with a real browser, and with programs that are no browser: each failure is told and ends.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundBrowser } from '../../../src-main/print/find-browser.ts';
import { printPage } from '../../../src-main/print/print-page.ts';
import { findTestBrowser } from '../../support/find-test-browser.ts';

let folder = '';
let server: Server;
let address = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-print-page-'));
  server = createServer((request, response) => {
    if (request.url === '/cut') return request.socket.destroy();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end('<!doctype html><title>t</title><p>拾得物品清单</p>'.padEnd(2_000_000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function print(browser: FoundBrowser, path: string, timeoutMs = 15_000): Promise<Uint8Array> {
  return printPage(browser, {
    address: address + path,
    profileFolder: mkdtempSync(join(folder, 'profile-')),
    timeoutMs,
  });
}

function program(name: string, script: string): FoundBrowser {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return { program: path, env: {}, hasWindow: true };
}

describe('printPage', () => {
  it('gives the whole PDF', async () => {
    const pdf = Buffer.from(await print(await findTestBrowser(), '/page')).toString('latin1');
    expect({ start: pdf.slice(0, 5), end: pdf.trimEnd().slice(-5) }).toEqual({ start: '%PDF-', end: '%%EOF' });
  });

  it('says why a page did not load', async () => {
    await expect(print(await findTestBrowser(), '/cut')).rejects.toThrow(/did not load: net::ERR_EMPTY_RESPONSE/);
  });

  it('rejects when the program is not there', async () => {
    await expect(print({ program: join(folder, 'none'), env: {}, hasWindow: true }, '/page')).rejects.toThrow(/ENOENT/);
  });
});

describe.runIf(process.platform !== 'win32')('printPage with a program that is no browser', () => {
  it('rejects when it ends at once', async () => {
    await expect(print(program('ends', 'exit 4'), '/page')).rejects.toThrow(/the browser ended \((4|SIGKILL)\)/);
  });

  it('stops it when it never answers', async () => {
    const started = Date.now();
    await expect(print(program('silent', 'exec sleep 60'), '/page', 300)).rejects.toThrow(
      /the browser ended \(SIGKILL\)/,
    );
    expect(Date.now() - started).toBeLessThan(5000);
  });
});
