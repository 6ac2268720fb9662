// A desk with many made-up records, filled in signed groups of 500 as an import would, through the desk's own checks.

import { join } from 'node:path';
import { productFolder } from '../../src-main/print/product-files.ts';
import { newRecordSave, offeredKind } from '../../src-main/records/add-record.ts';
import { commit } from '../../src-main/records/commit.ts';
import type { Desk } from '../../src-main/records/desk.ts';
import { addPersonRecord } from '../../src-main/records/manage-people.ts';
import { newRecordId } from '../../src-main/records/new-ids.ts';
import type { Person } from '../../src-main/records/people.ts';
import type { Save } from '../../src-main/records/save.ts';
import { type DeskHost, hostDesk } from '../../src-main/serve/desk-host.ts';
import type { DeskSession } from '../../src-main/serve/desk-session.ts';
import { thisMachineOptions } from '../../src-main/serve/this-machine.ts';
import { ok } from '../../src-shared/base/result.ts';
import { okValue } from '../support/ok-value.ts';
import { type GeneratedRecord, generateRecords } from './generate-records.ts';

export const benchPassword = 'Bench-Desk-2026';
const groupSize = 500;

export type BenchDesk = {
  readonly host: DeskHost;
  readonly session: DeskSession;
  readonly desk: Desk;
  readonly person: Person;
  readonly officers: readonly [string, string];
};

const unit = { name: '样例派出所', code: 'BENCH01', shortName: '样例所', phone: '', address: '' };

/** Sets a new desk up with two people. */
export async function newBenchDesk(directory: string): Promise<void> {
  const host = okValue(hostDesk(thisMachineOptions(directory)));
  const person = { name: '周明野', staffNumber: '900005', residentId: '' };
  okValue(await host.setUp({ unit, deskKind: 'police', person, password: benchPassword }));
  const { desk, person: head } = await signIn(host);
  const id = newRecordId(desk.tools.now(), desk.tools.crypto);
  okValue(
    addPersonRecord(desk, head, id, { name: '林予安', staffNumber: '900002', roles: ['recorder'], enabled: true }),
  );
  host.close();
}

export async function openBenchDesk(directory: string): Promise<BenchDesk> {
  const host = okValue(hostDesk(thisMachineOptions(directory)));
  const { desk, person, session } = await signIn(host);
  const other = desk.people.current.all.find(({ id }) => id !== person.id);
  return { host, session, desk, person, officers: [person.id, other?.id ?? person.id] };
}

async function signIn(host: DeskHost): Promise<Pick<BenchDesk, 'desk' | 'person' | 'session'>> {
  const session = host.connect();
  const state = okValue(host.state(session));
  const account = state.state === 'locked' ? state.people[0]?.id : undefined;
  okValue(await host.signIn(session, account ?? '', benchPassword));
  return { ...okValue(host.signedIn(session)), session };
}

/** From now on somebody sits at a window of this desk. */
export function attend({ session }: BenchDesk): void {
  session.listen(() => undefined);
}

/** Adds `count` records of this seed; tells how far it is. */
export function fillDesk(
  { desk, person, officers }: BenchDesk,
  seed: number,
  count: number,
  tell: (done: number) => void,
): void {
  let group: GeneratedRecord[] = [];
  let done = 0;
  for (const record of generateRecords(seed, count, officers)) {
    group.push(record);
    if (group.length < groupSize && done + group.length < count) continue;
    saveGroup(desk, person, group);
    done += group.length;
    group = [];
    tell(done);
  }
}

function saveGroup(desk: Desk, person: Person, group: readonly GeneratedRecord[]): void {
  okValue(
    commit(desk, person.id, (writing) => {
      const saves: Save[] = group.map(({ kind, content }) =>
        okValue(newRecordSave(desk, writing, person, okValue(offeredKind(desk, kind)), content)),
      );
      const [first, ...rest] = saves;
      if (first === undefined) throw new Error('a group holds a record');
      return ok({ saves: [first, ...rest], logged: { action: 'saved' } });
    }),
  );
}

export function benchFolder(): string {
  return join(productFolder(), '.cache', 'bench');
}
