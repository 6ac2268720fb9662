import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LinkedRecord } from '../../../../src-shared/records/record-context.ts';
import { type SampleRecord, sampleOrder, sampleRecords } from '../../../../src-shared/records/sample-file.ts';
import { summarise } from '../../../../src-shared/records/summary.ts';
import { type Desk, emptyDesk, readFixture, readJson, type Walked, walkSample } from './walk-sample.ts';

const samples: readonly SampleRecord[] = sampleOrder.flatMap((key) =>
  sampleRecords.parse(readJson(`resources/sample/records-${key}.json`)),
);
const walked = walkAll(samples);
const titled = samples.map((sample, index): [string, number] => [`${sample.kind} ${sample.name ?? index}`, index]);

/** Adds them one after the other, so that each can refer only to what is there already, in the state it is in. */
function walkAll(all: readonly SampleRecord[]): readonly Walked[] {
  const names = new Map<string, string>();
  const linked = new Map<string, LinkedRecord>();
  const desk: Desk = { linked, facts: { ...emptyDesk.facts, records: names } };
  return all.map((sample) => {
    const one = walkSample(sample, desk);
    const { title, stage } = summarise(one.context);
    if (sample.name === undefined) return one;
    names.set(sample.name, sample.name);
    linked.set(sample.name, { number: one.context.system.number, title, done: stage === 'done' });
    return one;
  });
}

describe('sample records', () => {
  test.each(titled)('%s takes every one of its steps', (_, index) => {
    expect(walked[index]).toMatchObject({ problem: null, taken: samples[index]?.steps.length });
  });

  test('show every kind in several states', () => {
    const states = new Map<string, Set<string>>();
    for (const { context } of walked) {
      const { system, kind } = context;
      states.set(kind.key, (states.get(kind.key) ?? new Set()).add(system.status));
    }
    expect(Object.fromEntries(Array.from(states, ([kind, found]) => [kind, [...found].sort()]))).toEqual({
      found_item: [
        'claim_review',
        'disposed',
        'expired',
        'in_custody',
        'notice_running',
        'owner_notified',
        'registered',
        'returned',
        'sold_in_advance',
        'transferred',
      ],
      lost_report: ['recovered', 'waiting', 'withdrawn'],
      rescue: ['alarm', 'closed', 'follow_up', 'handed_off_scene', 'handed_over', 'safe'],
      household: ['active', 'closed'],
      visit: ['archived', 'demands_open', 'fed_back', 'not_met', 'planned'],
      handbook_task: ['cancelled', 'doing', 'done', 'postponed', 'todo', 'verified', 'waiting'],
    });
  });

  test('have pictures for what they attach', () => {
    const files = samples.flatMap(({ steps }) => steps.flatMap((step) => ('attach' in step ? [step.attach.file] : [])));
    expect(
      files.filter((file) => !existsSync(new URL(`../../../../resources/sample/pictures/${file}`, import.meta.url))),
    ).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  test('have a title and a moment each', () => {
    const summaries = walked.map(({ context }) => summarise(context));
    expect(summaries.filter(({ title }) => title.trim() === '')).toEqual([]);
  });

  test.each([
    ['found_item', 'w12-wallet'],
    ['rescue', 'w13-rescue'],
    ['household', 'w15-household'],
    ['visit', 'w16-visit'],
    ['handbook_task', 'w16-task'],
  ])('hold the real case as its fixture tells it: %s %s', (kind, name) => {
    const { content, steps } = readFixture(kind, name);
    expect(
      samples
        .filter((sample) => sample.kind === kind)
        .map((sample) => ({ content: sample.content, steps: sample.steps })),
    ).toContainEqual({ content, steps });
  });
});
