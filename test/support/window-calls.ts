// The page's calls to the desk service, made by the window's own code over the ports the preload hands it.

import { setTimeout as sleep } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { onTestFinished } from 'vitest';
import { portChannel } from '../../src-renderer/desk/channel.ts';
import { type Connection, createConnection } from '../../src-renderer/desk/connection.ts';
import type { DeskCalls } from '../../src-renderer/desk/desk.ts';
import type { StandInPage } from './electron-stand-in/page.ts';
import { bridgeOf, until } from './started-shell.ts';

export type WindowCalls = { readonly calls: DeskCalls; readonly connection: Connection };

/** Resolves once the page has its way to the service. */
export async function windowCalls(page: StandInPage): Promise<WindowCalls> {
  // The window's code needs no more of a Window than messages.
  const target = page.window as unknown as Window;
  const connection = createConnection(portChannel(target, bridgeOf(page)), (ms) => sleep(ms));
  onTestFinished(() => connection.close());
  await until('the way to the service', () => connection.state() === 'open');
  return { calls: createORPCClient(connection.link), connection };
}

/** A task of the handbook with what it cannot do without. */
export function taskContent(account: string, title: string) {
  const times = { listed_at: '2026-03-01T09:45', due_at: '2026-03-05T18:00' };
  return { title, ...times, priority: 'normal', points: '三号楼', owner: account, handler: account };
}

export const testPassword = 'Duty-Room-0340';

/** Sets up the desk behind the page and signs its first person in; gives the person's account. */
export async function openTestDesk(calls: DeskCalls): Promise<string> {
  const { account } = await calls.desk.setUp({
    unit: { name: '样例市公安局方岩派出所', code: 'SAMPLE01', shortName: '方岩所', phone: '', address: '' },
    deskKind: 'police',
    person: { name: '舒某', staffNumber: '000001', residentId: '' },
    password: testPassword,
  });
  await calls.session.signIn({ account, password: testPassword });
  return account;
}
