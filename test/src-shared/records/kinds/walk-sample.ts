// Takes a sample record through its steps with the record engine alone: no database, a fixed clock, known people.

import { readFileSync } from 'node:fs';
import type { Problem } from '../../../../src-shared/base/problem.ts';
import { codeLists } from '../../../../src-shared/records/code-lists.ts';
import { createRecordContext } from '../../../../src-shared/records/create-record-context.ts';
import { isoDate } from '../../../../src-shared/records/dates/iso-date.ts';
import { isoDateTime } from '../../../../src-shared/records/dates/iso-date-time.ts';
import { builtInCalendar } from '../../../../src-shared/records/deadlines/built-in-calendar.ts';
import { editRecord, newRecordOps, patchOps } from '../../../../src-shared/records/edit-record.ts';
import { createKindRegistry } from '../../../../src-shared/records/kind-registry.ts';
import { cashCount } from '../../../../src-shared/records/kinds/cash-count.ts';
import { custodyHandover } from '../../../../src-shared/records/kinds/custody-handover.ts';
import { foundItem } from '../../../../src-shared/records/kinds/found-item.ts';
import { handbookTask } from '../../../../src-shared/records/kinds/handbook-task.ts';
import { household } from '../../../../src-shared/records/kinds/household.ts';
import { lostReport } from '../../../../src-shared/records/kinds/lost-report.ts';
import { rescue } from '../../../../src-shared/records/kinds/rescue.ts';
import { stockTake } from '../../../../src-shared/records/kinds/stock-take.ts';
import { visit } from '../../../../src-shared/records/kinds/visit.ts';
import type { LinkedRecord, RecordContext, Surroundings } from '../../../../src-shared/records/record-context.ts';
import { applyOps, noValues, type Op, type Values } from '../../../../src-shared/records/record-values.ts';
import {
  fillSample,
  type SampleFacts,
  type SampleRecord,
  type SampleStep,
  samplePeople,
  sampleRecord,
} from '../../../../src-shared/records/sample-file.ts';
import { systemActor, takeStep } from '../../../../src-shared/records/take-step.ts';
import { dueSystemStep } from '../../../../src-shared/records/workflow-steps.ts';

export const kinds = createKindRegistry(
  [foundItem, lostReport, rescue, household, visit, handbookTask, stockTake, custodyHandover, cashCount],
  codeLists,
);

export const today = isoDate('2026-11-20');
export const people = samplePeople.parse(readJson('resources/sample/people.json'));

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'));
}

/** A fixture: plain content in one file, its steps in another. */
export function readFixture(kind: string, name: string): SampleRecord {
  return sampleRecord.parse({
    kind,
    content: readJson(`test/fixtures/${name}.json`),
    steps: readJson(`test/fixtures/${name}.steps.json`),
  });
}

export type Walked = { readonly context: RecordContext; readonly problem: Problem | null; readonly taken: number };

/** The guards and invariants that refuse a step or a save, by key; empty when nothing is refused. */
export function refusedBy(problem: Problem | null): readonly string[] {
  if (problem === null) return [];
  if (problem.code === 'guard_failed') return [String(problem.facts?.['guard'])];
  if (problem.code === 'invariant_broken') return [invariantSaying(problem.facts?.['says'])];
  return problem.code === 'invalid_fields' ? (problem.causes ?? []).flatMap(refusedBy) : [];
}

function invariantSaying(zh: unknown): string {
  const found = kinds.all.flatMap(({ invariants }) => invariants).find(({ says }) => says.zh === zh);
  return found?.key ?? `no invariant says ${String(zh)}`;
}

/** Paths and codes of what is wrong with content. */
export function wrongAt(problem: Problem | null): readonly string[] {
  if (problem === null) return [];
  if (problem.code === 'invalid_fields') return (problem.causes ?? []).flatMap(wrongAt);
  return [`${problem.path ?? ''} ${problem.code}`];
}

export type Desk = { readonly linked: ReadonlyMap<string, LinkedRecord>; readonly facts: SampleFacts };

export const emptyDesk: Desk = {
  linked: new Map(),
  facts: { today, people: new Map(people.map(({ key }) => [key, key])), records: new Map() },
};

function surroundings(desk: Desk): Surroundings {
  return {
    now: isoDateTime(`${today}T20:00`),
    calendar: builtInCalendar,
    codeLists,
    officerName: (id) => people.find(({ key }) => key === id)?.name ?? null,
    officerMatches: ({ name, id_no: number }) => people.some((person) => person.name === name) && number !== undefined,
    linked: (id) => desk.linked.get(id) ?? null,
    unit: { name: '方岩派出所', code: '330784000001', phone: '0579-00000000' },
    created: { by: 'chen', at: isoDateTime(`${today}T20:00`) },
  };
}

/** Adds the record and takes its steps until one is refused; `taken` counts those that went through. */
export function walkSample(given: SampleRecord, desk: Desk = emptyDesk): Walked {
  const { kind: key, content, steps } = sampleRecord.parse(fillSample(given, desk.facts));
  const kind = kinds.get(key);
  if (!kind.ok) throw new Error(`unknown kind ${key}`);
  const at = (values: Values) => createRecordContext(kind.value, values, surroundings(desk));
  const newId = idMaker();
  const added = newRecordOps(at(noValues), content, '方岩所拾字〔2026〕0001号', newId);
  if (!added.ok) return { context: at(noValues), problem: added.problem, taken: -1 };
  let values = applyOps(noValues, added.value);
  for (const [taken, step] of steps.entries()) {
    const ops = opsOf(step, at(values), newId);
    if (!ops.ok) return { context: at(values), problem: ops.problem, taken };
    values = applyOps(values, ops.value);
  }
  return { context: at(values), problem: null, taken: steps.length };
}

function opsOf(step: SampleStep, context: RecordContext, newId: () => string) {
  if ('edit' in step) return editRecord(context, step.edit, newId);
  if ('attach' in step)
    return done(
      systemEntry('attachments', newId(), {
        role: step.attach.role,
        name: step.attach.file,
        hash: 'a'.repeat(64),
        media: 'image/png',
        size: 1,
      }),
    );
  if ('print' in step)
    return done(
      systemEntry('papers', newId(), {
        document: step.print,
        entry: step.entry ?? '',
        at: context.now,
        by: 'chen',
        copies: 1,
      }),
    );
  if ('clock' in step) {
    const due = dueSystemStep(context);
    return due?.key === step.clock
      ? takeStep(context, { transition: due.key, actor: systemActor, answers: [], reason: '' }, newId)
      : done([]);
  }
  const actor = people.find((person) => person.key === (step.by ?? context.content['handler']));
  if (!actor) throw new Error(`nobody takes ${step.transition}`);
  const answers = patchOps(context, step.answers ?? {}, newId);
  if (!answers.ok) return answers;
  return takeStep(
    context,
    {
      transition: step.transition,
      actor: { id: actor.key, roles: actor.roles },
      answers: answers.value,
      reason: step.reason ?? '',
    },
    newId,
  );
}

function done(ops: readonly Op[]): { readonly ok: true; readonly value: readonly Op[] } {
  return { ok: true, value: ops };
}

function systemEntry(root: string, id: string, cells: Readonly<Record<string, string | number>>): Op[] {
  return [
    { path: `${root}/${id}`, value: true },
    ...Object.entries(cells).map(([name, value]) => ({ path: `${root}/${id}/${name}`, value })),
  ];
}

function idMaker(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id${count}`;
  };
}
