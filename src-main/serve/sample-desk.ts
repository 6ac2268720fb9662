// A desk full of sample records, made through the same calls as a person's work: whatever the desk would refuse is refused
// here too.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import {
  fillSample,
  type SampleFacts,
  type SampleRecord,
  type SampleStep,
  sampleOrder,
  samplePeople,
  sampleRecord,
  sampleRecords,
} from '../../src-shared/records/sample-file.ts';
import { addRecord } from '../records/add-record.ts';
import { attachFile } from '../records/attach-file.ts';
import type { Desk } from '../records/desk.ts';
import { recordPaper } from '../records/documents.ts';
import { editStoredRecord, stepStoredRecord } from '../records/edit-stored-record.ts';
import type { Person } from '../records/people.ts';
import { headsOf } from '../stores/change-store.ts';
import { recordById } from '../stores/record-store.ts';
import { type DeskHost, type HostOptions, hostDesk } from './desk-host.ts';
import { addPerson } from './desk-people.ts';
import type { DeskSession } from './desk-session.ts';

export type SampleDesk = { readonly password: string; readonly people: readonly string[]; readonly records: number };

/** Printed where the sample desk opens: everybody on it has the same. */
export const samplePassword = 'Case-Desk-2026';

const sampleUnit = {
  name: '样例市公安局方岩派出所（样例）',
  code: 'SAMPLE01',
  shortName: '样例所',
  phone: '0579-00000000',
  address: '样例市方岩镇',
};

/** Problems: `desk_exists`, `desk_in_use`, `disk_…`; a sample the desk refuses throws, since it is ours. */
export async function createSampleDesk(options: HostOptions, folder: string): Promise<Result<SampleDesk, Problem>> {
  const host = hostDesk(options);
  if (!host.ok) return host;
  try {
    return await fillDesk(host.value, folder);
  } finally {
    host.value.close();
  }
}

async function fillDesk(host: DeskHost, folder: string): Promise<Result<SampleDesk, Problem>> {
  const people = samplePeople.parse(readJson(folder, 'people.json'));
  const first = required(
    people.find(({ roles }) => roles.includes('head')),
    'the sample has a head',
  );
  const setUp = await host.setUp({
    unit: sampleUnit,
    deskKind: 'police',
    person: { ...first, residentId: '' },
    password: samplePassword,
  });
  if (!setUp.ok) return setUp;
  const session = host.connect();
  sampled(await host.signIn(session, setUp.value.account, samplePassword), 'signing in');
  const ids = new Map([[first.key, setUp.value.account]]);
  for (const person of people.filter(({ key }) => key !== first.key)) {
    const added = await addPerson(host, session, person, samplePassword);
    ids.set(person.key, sampled(added, person.name).id);
  }
  const records = await addRecords(host, session, folder, ids);
  return ok({ password: samplePassword, people: people.map(({ name }) => name), records });
}

/** What filling in one sample after the other needs; `records` grows on the way. */
type Filling = {
  readonly desk: Desk;
  readonly folder: string;
  readonly facts: SampleFacts & { readonly records: Map<string, string> };
};

async function addRecords(
  host: DeskHost,
  session: DeskSession,
  folder: string,
  people: ReadonlyMap<string, string>,
): Promise<number> {
  const { desk } = sampled(host.signedIn(session), 'the open desk');
  const today = datePart(epochMsToLocal(desk.tools.now()));
  const filling: Filling = { desk, folder, facts: { today, people, records: new Map() } };
  const files = readdirSync(folder);
  let count = 0;
  for (const kind of sampleOrder.filter((one) => files.includes(`records-${one}.json`))) {
    for (const sample of sampleRecords.parse(readJson(folder, `records-${kind}.json`))) {
      await addSample(filling, sample);
      count += 1;
    }
  }
  return count;
}

async function addSample(filling: Filling, given: SampleRecord): Promise<void> {
  const { desk, facts } = filling;
  const sample = sampleRecord.parse(fillSample(given, facts));
  const handler = personOf(desk, String(sample.content.handler));
  const name = given.name ?? sample.kind;
  const { id } = sampled(addRecord(desk, handler, { kind: sample.kind, content: sample.content }), name);
  if (given.name !== undefined) facts.records.set(given.name, id);
  for (const step of sample.steps) {
    sampled(await takeSampleStep(filling, id, step, handler), `${name}: ${JSON.stringify(step)}`);
  }
}

async function takeSampleStep(
  { desk, folder, facts }: Filling,
  id: string,
  step: SampleStep,
  handler: Person,
): Promise<Result<unknown, Problem>> {
  const target = { id, heads: headsNow(desk, id) };
  if ('edit' in step) return editStoredRecord(desk, handler, { ...target, patch: step.edit });
  if ('attach' in step) return attachFile(desk, handler, target, pictureOf(folder, step.attach));
  if ('print' in step) {
    return recordPaper(desk, handler, { ...target, document: step.print, entry: step.entry, copies: 1, by: 'print' });
  }
  // Steps of the clock follow the save that makes them due by themselves.
  if ('clock' in step) return ok(null);
  const by = step.by === undefined ? handler : personOf(desk, required(facts.people.get(step.by), `person ${step.by}`));
  const { transition, answers = {}, reason } = step;
  return stepStoredRecord(desk, by, { ...target, step: transition, patch: answers, reason });
}

function pictureOf(folder: string, { file, role }: { readonly file: string; readonly role: string }) {
  return { name: file, bytes: readFileSync(join(folder, 'pictures', file)), role, note: '' };
}

function headsNow(desk: Desk, id: string): readonly string[] {
  const row = required(recordById(desk.database.reading, id), 'a sample record was saved');
  return headsOf(desk.database.reading, row.key);
}

function personOf(desk: Desk, id: string): Person {
  return required(desk.people.current.byId.get(id), `sample person ${id}`);
}

function readJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function sampled<T>(result: Result<T, Problem>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`broken invariant: the sample ${what} is refused: ${JSON.stringify(result.problem)}`);
}
