// The machine's lock where the system does not tell of it: looked for, and met once.

import { expect, it, vi } from 'vitest';
import type { After } from '../../../src-main/shell/after.ts';

const { powerMonitor } = vi.hoisted(() => ({ powerMonitor: { state: 'active', ears: new Map<string, () => void>() } }));
vi.mock('electron', () => ({
  powerMonitor: {
    on: (name: string, ear: () => void) => powerMonitor.ears.set(name, ear),
    getSystemIdleState: () => powerMonitor.state,
  },
}));

// Files share a process: one before this may have loaded it with another Electron.
vi.resetModules();
const { lockWithMachine } = await import('../../../src-main/shell/machine-lock.ts');

/** Time that passes when the test says so. */
function playedTime() {
  const waiting: { readonly at: number; readonly work: () => void }[] = [];
  let now = 0;
  const after: After = (milliseconds, work) => {
    const entry = { at: now + milliseconds, work };
    waiting.push(entry);
    return () => void waiting.splice(waiting.indexOf(entry), 1);
  };
  const pass = (milliseconds: number) => {
    const end = now + milliseconds;
    for (;;) {
      const next = waiting.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
      if (next === undefined) break;
      waiting.splice(waiting.indexOf(next), 1);
      now = next.at;
      next.work();
    }
    now = end;
  };
  return { after, pass };
}

it('locks once when the screen is found locked, and again after it was open in between', () => {
  const { after, pass } = playedTime();
  const did: string[] = [];
  lockWithMachine({
    tellWindow: () => did.push('window'),
    lockService: () => did.push('service'),
    closeService: () => did.push('close'),
    after,
    graceMs: 2_000,
    lookEveryMs: 3_000,
  });
  pass(9_000);
  expect(did).toEqual([]);
  powerMonitor.state = 'locked';
  pass(3_000);
  expect(did).toEqual(['window']);
  pass(9_000);
  expect(did).toEqual(['window', 'service']);
  powerMonitor.state = 'idle';
  pass(3_000);
  powerMonitor.state = 'locked';
  pass(6_000);
  expect(did).toEqual(['window', 'service', 'window', 'service']);
});

it('does not look where the system tells', () => {
  const { after, pass } = playedTime();
  const did: string[] = [];
  lockWithMachine({
    tellWindow: () => did.push('window'),
    lockService: () => did.push('service'),
    closeService: () => did.push('close'),
    after,
    graceMs: 1,
    lookEveryMs: null,
  });
  powerMonitor.state = 'locked';
  pass(60_000);
  expect(did).toEqual([]);
  powerMonitor.ears.get('lock-screen')?.();
  pass(1);
  expect(did).toEqual(['window', 'service']);
});

it.each([
  ['lock-screen', []],
  ['user-did-resign-active', []],
  ['suspend', ['close']],
])('locks at once when the system tells of %s, and closes the desk when it goes to sleep', (event, closed) => {
  const { after, pass } = playedTime();
  const did: string[] = [];
  lockWithMachine({
    tellWindow: () => did.push('window'),
    lockService: () => did.push('service'),
    closeService: () => did.push('close'),
    after,
    graceMs: 2_000,
    lookEveryMs: null,
  });
  powerMonitor.ears.get(event)?.();
  expect(did).toEqual(['window', ...closed]);
  pass(2_000);
  expect(did).toEqual(['window', ...closed, 'service']);
});
