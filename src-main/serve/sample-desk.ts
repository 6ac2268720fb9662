// A desk full of sample records, made through the same calls as a person's work: whatever the desk would refuse is refused
// here too.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { fillSample, type SampleFacts, type SampleRecord, type SampleStep, sampleOrder, samplePeople, sampleRecord, sampleRecords } from '../../src-shared/records/sample-file.ts';
import { addRecord } from '../records/add-record.ts';
import { attachFile } from '../records/attach-file.ts';
import type { Desk } from '../records/desk.ts';
import { recordPaper } from '../records/documents.ts';
import { editStoredRecord, stepStoredRecord } from '../records/edit-stored-record.ts';
import type { Person } from '../records/people.ts';
import { headsOf } from '../stores/change-store.ts';
import { recordById } from '../stores/record-store.ts';
import { type DeskHost, type HostOptions, hostDesk } from './desk-host.ts';
import type { DeskSession } from './desk-session.ts';

export type SampleDesk = { readonly password: string; readonly people: readonly string[]; readonly records: number };

/** Printed where the sample desk opens: everybody on it has the same. */
export const samplePassword = 'Case-Desk-2026';

const sampleUnit = { name: '样例市公安局方岩派出所（样例）', code: 'SAMPLE01', shortName: '样例所', phone: '0579-00000000', address: '样例市方岩镇' };

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
  const first = required(people.find(({ roles }) => roles.includes('head')), 'the sample has a head');
  const setUp = await host.setUp({ unit: sampleUnit, deskKind: 'police', person: { ...first, residentId: '' }, password: samplePassword });
  if (!setUp.ok) return setUp;
  const session = host.connect();
  sampled(await host.signIn(session, setUp.value.account, samplePassword), 'signing in');
  const ids = new Map([[first.key, setUp.value.account]]);
  for (const person of people.filter(({ key }) => key !== first.key)) {
    const added = await host.addPerson(session, person, samplePassword);
    ids.set(person.key, sampled(added, person.name).id);
  }
  const records = await addRecords(host, session, folder, ids);
  return ok({ password: samplePassword, people: people.map(({ name }) => name), records });
}

async function addRecords(host: DeskHost, session: DeskSession, folder: string, people: ReadonlyMap<string, string>): Promise<number> {
  const { desk } = sampled(host.signedIn(session), 'the open desk');
  const today = datePart(epochMsToLocal(desk.tools.now()));
  const records = new Map<string, string>();
  const files = readdirSync(folder);
  const order = sampleOrder.filter((kind) => files.includes(`records-${kind}.json`));
  let count = 0;
  for (const kind of order) {
    for (const sample of sampleRecords.parse(readJson(folder, `records-${kind}.json`))) {
      await addSample(desk, folder, sample, { today, people, records }, records);
      count += 1;
    }
  }
  return count;
}

async function addSample(desk: Desk, folder: string, given: SampleRecord, facts: SampleFacts, records: Map<string, string>): Promise<void> {
  const sample = sampleRecord.parse(fillSample(given, facts));
  const handler = personOf(desk, String(sample.content.handler));
  const name = given.name ?? sample.kind;
  const { id } = sampled(addRecord(desk, handler, { kind: sample.kind, content: sample.content }), name);
  if (given.name !== undefined) records.set(given.name, id);
  for (const step of sample.steps) sampled(await takeSampleStep(desk, folder, id, step, handler, facts.people), `${name}: ${JSON.stringify(step)}`);
}

async function takeSampleStep(
  desk: Desk,
  folder: string,
  id: string,
  step: SampleStep,
  handler: Person,
  people: ReadonlyMap<string, string>,
): Promise<Result<unknown, Problem>> {
  const target = { id, heads: headsNow(desk, id) };
  if ('edit' in step) return editStoredRecord(desk, handler, { ...target, patch: step.edit });
  if ('attach' in step) return attachFile(desk, handler, target, { name: step.attach.file, bytes: readFileSync(join(folder, 'pictures', step.attach.file)), role: step.attach.role, note: '' });
  if ('print' in step) return recordPaper(desk, handler, { ...target, document: step.print, entry: step.entry, copies: 1, by: 'print' });
  // Steps of the clock follow the save that makes them due by themselves.
  if ('clock' in step) return ok(null);
  const by = step.by === undefined ? handler : personOf(desk, required(people.get(step.by), `sample person ${step.by}`));
  return stepStoredRecord(desk, by, { ...target, step: step.transition, patch: step.answers ?? {}, reason: step.reason });
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
