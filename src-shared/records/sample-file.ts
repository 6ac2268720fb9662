// Sample records as they lie in files: content and the steps taken on it, with places left open for what only the desk
// knows (its people, ids of records, today), so that a sample desk looks alive on any day.
//
//   "@person chen"        id of the person with that key in people.json
//   "@record wu"          id of the sample record with that name
//   "@day -3"             the day three days before today
//   "@time -3 14:05"      that day at 14:05

import { z } from 'zod';
import { assert, required } from '../base/assert.ts';

import { addDays, type IsoDate } from './dates/iso-date.ts';

const key = z.string().regex(/^[a-z0-9_-]{1,64}$/);
const patch = z.record(z.string(), z.unknown());

/** One thing done to a record, in the order of the file. `by` is a person's key; without it the record's handler. */
const sampleStep = z.union([
  z.strictObject({ edit: patch }),
  z.strictObject({ attach: z.strictObject({ role: key, file: z.string() }) }),
  z.strictObject({ print: key, entry: key.optional() }),
  z.strictObject({ transition: key, answers: patch.optional(), reason: z.string().optional(), by: key.optional() }),
  /** A step of the desk's clock: taken only where the desk has not taken it already. */
  z.strictObject({ clock: key }),
]);

export const sampleRecord = z.strictObject({
  /** Other records refer to it by this. */
  name: key.optional(),
  kind: key,
  content: patch,
  steps: z.array(sampleStep),
});
/** Kinds in the order in which their files are added: a record refers only to records added before it. */
export const sampleOrder = ['household', 'handbook_task', 'found_item', 'lost_report', 'rescue', 'visit'] as const;

/** A file `records-<kind>.json`. */
export const sampleRecords = z.array(sampleRecord);

export const samplePeople = z.array(
  z.strictObject({
    key,
    name: z.string(),
    staffNumber: z.string(),
    roles: z.array(z.enum(['recorder', 'reviewer', 'head'])).min(1),
  }),
);

export type SampleRecord = z.infer<typeof sampleRecord>;
export type SampleStep = z.infer<typeof sampleStep>;

export type SampleFacts = {
  readonly today: IsoDate;
  /** Account id by the person's key. */
  readonly people: ReadonlyMap<string, string>;
  /** Record id by the sample record's name. */
  readonly records: ReadonlyMap<string, string>;
};

/** The same JSON with every open place filled in. Throws when it names a person or record that is not there. */
export function fillSample(value: unknown, facts: SampleFacts): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? fillPlace(value, facts) : value;
  if (Array.isArray(value)) return value.map((inner) => fillSample(inner, facts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillSample(inner, facts)]));
}

function fillPlace(place: string, { today, people, records }: SampleFacts): string {
  const [what = '', first = '', second = ''] = place.split(' ');
  switch (what) {
    case '@person':
      return required(people.get(first), `sample person ${first}`);
    case '@record':
      return required(records.get(first), `sample record ${first}`);
    case '@day':
      return addDays(today, daysFromToday(first));
    case '@time':
      return `${addDays(today, daysFromToday(first))}T${second}`;
    default:
      throw new Error(`broken invariant: unknown place in a sample: ${place}`);
  }
}

function daysFromToday(text: string): number {
  assert(/^[+-]?\d{1,4}$/.test(text), `days in a sample: ${text}`);
  return Number(text);
}
