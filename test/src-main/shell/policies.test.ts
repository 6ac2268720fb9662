// Who may ask, where pages may go, what may be fetched.

import { expect, it } from 'vitest';
import { mayFetch, mayNavigate } from '../../../src-main/shell/navigation-policy.ts';
import { whyRefused } from '../../../src-main/shell/sender-policy.ts';

it('lets the window stay on its own page and nowhere else', () => {
  const main = (address: string) => mayNavigate({ address, isMainFrame: true });
  const allowed = ['app://desk/', 'app://desk/#/today', 'app://desk/index.html', 'app://desk/index.html#/found/1'];
  const refused = [
    'app://desk/other.html',
    'app://desk.evil/',
    'app://evil/',
    'https://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'blob:app://desk/1',
    '',
  ];
  expect(allowed.map(main)).toEqual(allowed.map(() => true));
  expect(refused.map(main)).toEqual(refused.map(() => false));
});

it('lets frames inside the window show only what the window wrote', () => {
  const frame = (address: string) => mayNavigate({ address, isMainFrame: false });
  expect(['about:srcdoc', 'about:blank'].map(frame)).toEqual([true, true]);
  expect(['app://desk/', 'https://example.org/', 'data:text/html,x'].map(frame)).toEqual([false, false, false]);
});

it('fetches nothing but its own addresses; the tools of developers only while developing', () => {
  const own = ['app://desk/a.js', 'app://0123.print/', 'blob:app://desk/5c1', 'data:image/png;base64,AA'];
  const others = [
    'https://example.org/',
    'http://127.0.0.1:80/',
    'ws://127.0.0.1/',
    'file:///x',
    'ftp://x/',
    'blob:https://x/1',
    'chrome://gpu',
    '',
  ];
  expect(own.map((address) => mayFetch(address, false))).toEqual(own.map(() => true));
  expect(others.map((address) => mayFetch(address, true))).toEqual(others.map(() => false));
  expect([true, false].map((isDevelopment) => mayFetch('devtools://devtools/x.js', isDevelopment))).toEqual([
    true,
    false,
  ]);
});

it('answers only the main frame of the window on its own page', () => {
  const frame = { origin: 'app://desk', parent: null };
  expect(whyRefused({ contentsId: 7, frame }, 7)).toBe('');
  expect(whyRefused({ contentsId: 8, frame }, 7)).toBe('not from the window');
  expect(whyRefused({ contentsId: 7, frame }, null)).toBe('not from the window');
  expect(whyRefused({ contentsId: 7, frame: null }, 7)).toBe('from a frame that is gone');
  expect(whyRefused({ contentsId: 7, frame: { origin: 'app://desk', parent: frame } }, 7)).toBe(
    'from a frame inside the window',
  );
  expect(whyRefused({ contentsId: 7, frame: { origin: 'https://example.org', parent: null } }, 7)).toBe(
    'from https://example.org',
  );
});
