// Which addresses are files, pages, sheets of paper; everything else does not exist.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPapers } from '../../../src-main/shell/papers.ts';
import { answerPaper, answerWindow } from '../../../src-main/shell/serve-app.ts';
import { windowFileOf } from '../../../src-main/shell/window-file.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function builtWindow(): string {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><title>案台</title>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(folder, '.secret.html'), 'no');
  return folder;
}

async function shown(response: Response) {
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

const always = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

it('gives the page under a strict policy with a nonce of this one response, never to be kept', async () => {
  const nonces = ['nonce2', 'nonce1'];
  const answer = answerWindow({
    folder: builtWindow(),
    newNonce: () => required(nonces.pop(), 'a nonce for each page'),
  });
  const policy = (nonce: string) =>
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`;
  for (const [address, nonce] of [
    ['app://desk/', 'nonce1'],
    ['app://desk/index.html#/today', 'nonce2'],
  ] as const) {
    expect(await shown(await answer(new Request(address)))).toEqual({
      status: 200,
      headers: {
        ...always,
        'cache-control': 'no-store',
        'content-security-policy': policy(nonce),
        'content-type': 'text/html; charset=utf-8',
      },
      text: `<meta name="csp-nonce" content="${nonce}"><title>案台</title>`,
    });
  }
});

it('gives a file of the window with its type, and print styles and faces', async () => {
  const answer = answerWindow({ folder: builtWindow(), newNonce: () => 'n' });
  expect(await shown(await answer(new Request('app://desk/assets/index-abc.js')))).toEqual({
    status: 200,
    headers: { ...always, 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' },
    text: 'export {};',
  });
  const style = await answer(new Request('app://desk/print/print.css'));
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  const face = await answer(new Request('app://desk/fonts/embedpdf-sc/NotoSansHans-Regular.otf'));
  expect([face.status, face.headers.get('content-type')]).toEqual([200, 'font/otf']);
});

it('knows no other host, file, ending or way upwards', async () => {
  const answer = answerWindow({ folder: builtWindow(), newNonce: () => 'n' });
  const addresses = [
    'app://elsewhere/',
    'app://desk:8080/',
    'app://desk/nothing.html',
    'app://desk/assets',
    'app://desk/.secret.html',
    'app://desk/../package.json',
    'app://desk/%2e%2e/package.json',
    'app://desk/..%2fpackage.json',
    'app://desk/assets/..%5cindex.html',
    'app://desk//etc/passwd.html',
    'app://desk/print/../../package.json',
    'app://desk/fonts/noto-sans-sc/../../package.json',
    'https://desk/',
  ];
  const statuses = await Promise.all(addresses.map(async (address) => (await answer(new Request(address))).status));
  expect(statuses).toEqual(addresses.map(() => 404));
  expect((await answer(new Request('app://desk/', { method: 'POST' }))).status).toBe(405);
});

it('takes only plain names for files', () => {
  const names = [
    '/',
    '/index.html',
    '/assets/a_b-c.1.woff2',
    '/a/b/c.css',
    '/a b.html',
    '/é.html',
    '/x.exe',
    '/x',
    '/a//b.js',
    '/a/./b.js',
    '/..',
  ];
  expect(names.map((name) => windowFileOf(name)?.path ?? null)).toEqual([
    'index.html',
    'index.html',
    'assets/a_b-c.1.woff2',
    'a/b/c.css',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('shows a sheet at an origin of its own, with its own pictures, until it is printed', async () => {
  const tokens = ['2', '1'].map((digit) => digit.padStart(32, '0'));
  const papers = createPapers(() => required(tokens.pop(), 'a token for each page'));
  const answer = answerPaper(papers);
  const statusAt = async (address: string) => (await answer(new Request(address))).status;
  const picture = { name: '照 1.png', media: 'image/png', bytes: new Uint8Array([1, 2]) };
  const first = papers.add({ html: '<p>一</p>', pictures: [picture] });
  const second = papers.add({ html: '<p>二</p>', pictures: [] });
  expect(first.address).toBe('app://00000000000000000000000000000001.print/');
  expect(await shown(await answer(new Request(first.address)))).toEqual({
    status: 200,
    headers: {
      ...always,
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      'content-type': 'text/html; charset=utf-8',
    },
    text: '<p>一</p>',
  });
  const at = `pictures/${encodeURIComponent('照 1.png')}`;
  expect(await statusAt(`${first.address}${at}`)).toBe(200);
  expect(await statusAt(`${second.address}${at}`)).toBe(404);
  expect(await statusAt(`${first.address}print/print.css`)).toBe(200);
  expect(await statusAt(`${first.address}index.html`)).toBe(404);
  first.remove();
  expect(await statusAt(first.address)).toBe(404);
  expect(await statusAt(`${first.address}print/print.css`)).toBe(404);
  expect(await statusAt('app://desk/')).toBe(404);
});
