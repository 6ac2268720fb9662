// A real desk for tests: real files, real SQLite, real signatures; only time is the test's own and passwords are cheap.

import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type DeskHost, type HostOptions, hostDesk } from '../../src-main/serve/desk-host.ts';
import type { MakePdf } from '../../src-main/serve/make-pdf.ts';
import { callInProcess } from '../../src-main/serve/serve-calls.ts';
import { thisMachineClocks } from '../../src-main/serve/this-clocks.ts';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import type { Role } from '../../src-shared/contract/views.ts';
import { codeLists } from '../../src-shared/records/code-lists.ts';
import { isoDateTime, localToEpochMs } from '../../src-shared/records/dates/iso-date-time.ts';
import { allKinds } from '../../src-shared/records/kinds/all-kinds.ts';
import { okValue } from './ok-value.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export const testUnit = {
  name: '永康市公安局方岩派出所',
  code: 'FY01',
  shortName: '方岩所',
  phone: '0579-87000000',
  address: '',
};
export const testPassword = 'Wallet-2340';
export const firstPerson = { name: '黎女士', staffNumber: '100217', residentId: '' };

export type TestClock = { now: number };

/** ms of a moment on China's clock. */
export function at(local: string): number {
  return localToEpochMs(isoDateTime(local));
}

export function hostOptions(directory: string, clock: TestClock): HostOptions {
  return {
    directory,
    kinds: allKinds,
    codeLists,
    tools: { now: () => clock.now, crypto: nodeCryptography },
    machine: 'test machine',
    cost: { memory: 64, passes: 1, lanes: 1 },
    pid: process.pid,
    syncClocks: thisMachineClocks,
    log: (line) => process.stderr.write(`${line}\n`),
  };
}

/** Answers with the page itself, since what a browser makes of it is tested elsewhere. */
export const pageAsPdf: MakePdf = (html) => Promise.resolve({ ok: true, value: new TextEncoder().encode(html) });

export function serving(host: DeskHost) {
  const lines: string[] = [];
  return { host, makePdf: pageAsPdf, log: (line: string) => void lines.push(line), lines };
}

export type TestClient = ReturnType<typeof callInProcess>;

export type TestDesk = {
  readonly directory: string;
  readonly clock: TestClock;
  readonly host: DeskHost;
  /** A client that is signed in as the first person. */
  readonly client: TestClient;
  readonly account: string;
  readonly recovery: readonly [string, string];
  /** Another window on the same desk, nobody signed in. */
  readonly window: () => TestClient;
  readonly log: readonly string[];
};

export type TestDeskOptions = {
  readonly deskKind?: 'police' | 'community';
  readonly now?: string;
  readonly unit?: typeof testUnit;
};

/** A desk that was just set up, with its first person signed in; closed when the test ends. */
export async function testDesk({
  deskKind = 'police',
  now = '2025-03-28T23:40:00',
  unit = testUnit,
}: TestDeskOptions = {}): Promise<TestDesk> {
  const directory = temporaryDirectory();
  const clock = { now: at(now) };
  const host = okValue(hostDesk(hostOptions(directory, clock)));
  onTestFinished(() => host.close());
  const served = serving(host);
  const client = callInProcess(served);
  const { account, recovery } = await client.desk.setUp({
    unit,
    deskKind,
    person: firstPerson,
    password: testPassword,
  });
  await client.session.signIn({ account, password: testPassword });
  return { directory, clock, host, client, account, recovery, window: () => callInProcess(served), log: served.lines };
}

/** Adds a colleague and signs them in at a window of their own. */
export async function addColleague(desk: TestDesk, name: string, roles: readonly Role[]) {
  const password = `Desk-${randomBytes(6).toString('hex')}X`;
  const person = await desk.client.people.add({ name, staffNumber: '', residentId: '', roles: [...roles], password });
  const client = desk.window();
  await client.session.signIn({ account: person.id, password });
  return { client, id: person.id, password };
}
