// Which browser is found on which machine; machines are made up, the order is what matters.

import { describe, expect, it } from 'vitest';
import type { BrowserWorld } from '../../../src-main/print/browser-places.ts';
import { type FoundBrowser, findBrowser } from '../../../src-main/print/find-browser.ts';

function machine(platform: NodeJS.Platform, env: BrowserWorld['env'], programs: readonly string[]): BrowserWorld {
  return { platform, env, isProgram: (path) => programs.includes(path) };
}

function window(program: string) {
  return { ok: true, value: { program, env: {}, hasWindow: true } };
}

describe('findBrowser', () => {
  it('takes the browser that DESK_BROWSER names before any other', async () => {
    const world = machine('linux', { DESK_BROWSER: '/opt/own', PATH: '/usr/bin' }, ['/opt/own', '/usr/bin/chromium']);
    expect(await findBrowser(world)).toEqual(window('/opt/own'));
  });

  it('reports a DESK_BROWSER that is not there and takes no other in its place', async () => {
    const world = machine('linux', { DESK_BROWSER: '/opt/own', PATH: '/usr/bin' }, ['/usr/bin/chromium']);
    expect(await findBrowser(world)).toEqual({
      ok: false,
      problem: { code: 'browser_not_there', facts: { program: '/opt/own' } },
    });
  });

  it('prefers the PATH to the places of installers', async () => {
    const world = machine('linux', { PATH: '/bin:/usr/bin' }, ['/opt/google/chrome/chrome', '/usr/bin/chromium']);
    expect(await findBrowser(world)).toEqual(window('/usr/bin/chromium'));
  });

  it('finds Edge where Windows puts it', async () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const world = machine('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', PATH: 'C:\\Windows' }, [edge]);
    expect(await findBrowser(world)).toEqual(window(edge));
  });

  it('finds Chrome among the applications of macOS', async () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(await findBrowser(machine('darwin', {}, [chrome]))).toEqual(window(chrome));
  });

  it('knows that a headless shell has no window', async () => {
    const shell = '/opt/chrome-headless-shell/chrome-headless-shell';
    const found = await findBrowser(machine('linux', { DESK_BROWSER: shell }, [shell]));
    expect(found).toEqual({ ok: true, value: { program: shell, env: {}, hasWindow: false } });
  });

  it('asks the fallbacks in order and takes the first that has one', async () => {
    const packaged: FoundBrowser = { program: '/cache/chromium', env: { A: 'b' }, hasWindow: false };
    const asked: string[] = [];
    const offering = (name: string, browser: FoundBrowser | null) => async () => {
      asked.push(name);
      return browser;
    };
    const fallbacks = [offering('none', null), offering('some', packaged), offering('never', packaged)];
    expect(await findBrowser(machine('linux', {}, []), fallbacks)).toEqual({ ok: true, value: packaged });
    expect(asked).toEqual(['none', 'some']);
  });

  it('says so when there is none', async () => {
    expect(await findBrowser(machine('linux', { PATH: '' }, []))).toEqual({
      ok: false,
      problem: { code: 'browser_not_found' },
    });
  });
});
