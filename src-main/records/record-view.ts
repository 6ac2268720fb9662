// A record as a person may see it: masked content, what may be done next, what is due, what is linked, what is in conflict.

import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type {
  AttachmentView,
  DeadlineView,
  LinkView,
  RecordView,
  SameNumberView,
  StepView,
} from '../../src-shared/contract/views.ts';
import { basisOf } from '../../src-shared/records/basis-of-processing.ts';
import { withContent } from '../../src-shared/records/create-record-context.ts';
import { maskContent } from '../../src-shared/records/mask-content.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { deadlinesOf, type RunningDeadline } from '../../src-shared/records/record-deadlines.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { showValue } from '../../src-shared/records/show-value.ts';
import type { Attachment } from '../../src-shared/records/system-paths.ts';
import { leavesOf } from '../../src-shared/records/visit-leaves.ts';
import { type Step, stepsFrom } from '../../src-shared/records/workflow-steps.ts';
import type { Reading } from '../database/database.ts';
import { hasBlob } from '../stores/attachment-store.ts';
import { blobDelivery } from '../stores/blob-delivery-store.ts';
import { hasLeft } from '../stores/log-store.ts';
import {
  linksOf,
  linksTo,
  type RecordRow,
  recordById,
  recordByKey,
  recordsOfSameNumber,
} from '../stores/record-store.ts';
import { maySee, mayWrite } from './access.ts';
import { conflictViews } from './conflict-views.ts';
import { countersOfRecord } from './delivery.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { dueState } from './record-rows.ts';
import { contextOf, loadRecord, type StoredRecord } from './stored-record.ts';

/** Links shown to or from one record. */
const mostLinks = 200;
/** Other records of one number that are named. */
const mostOfOneNumber = 20;

/** Problem `record_not_visible`. */
export function viewRecord(desk: Desk, person: Person, id: string): Result<RecordView, Problem> {
  return desk.database.snapshot((reading) => {
    const record = loadRecord(desk, reading, id, person);
    return record.ok ? ok(toView(desk, reading, record.value, person)) : record;
  });
}

function toView(desk: Desk, reading: Reading, record: StoredRecord, person: Person): RecordView {
  const { row, kind, merged, graph } = record;
  const context = contextOf(desk, reading, kind, merged, person);
  const { content, masked } = maskContent(kind, context.stored, { sees: 'internal' });
  const shown = withContent(context, content);
  const style = readerStyle(reading, person);
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    status: row.status,
    title: row.title,
    occurredAt: row.occurredAt === '' ? null : row.occurredAt,
    secrecy: row.secrecy,
    content,
    masked,
    basis: basisOf(kind, context.stored),
    derived: derivedTexts(shown, style),
    deadlines: row.stage === 'done' ? [] : deadlinesOf(context).map(toDeadlineView),
    steps: stepsFrom(context).map(toStepView),
    attachments: context.system.attachments.map((attachment) => attachmentView(desk, reading, attachment)),
    links: linkViews(reading, row, person),
    conflicts: conflictViews(desk, record, context, style, person),
    sameNumber: sameNumberViews(reading, row, person),
    hasLeft: hasLeft(reading, row.id),
    heads: graph.heads,
    created: { at: merged.created.at, by: merged.created.by },
    updated: { at: merged.updated.at, by: merged.updated.by },
    delivery: countersOfRecord(desk, reading, row.key),
    mayEdit: mayWrite(person).ok && row.stage !== 'void',
  };
}

function attachmentView(desk: Desk, reading: Reading, attachment: Attachment): AttachmentView {
  const delivery = blobDelivery(reading, attachment.hash);
  const code = delivery?.code ?? null;
  return {
    ...attachment,
    present: hasBlob(desk.attachments.reading, attachment.hash),
    delivery: delivery?.state ?? 'open',
    refused: code === null ? null : problemNamed(code),
  };
}

/** Computed fields as text, by path; computed from what this person may see. */
function derivedTexts(context: RecordContext, style: ShowStyle): Readonly<Record<string, string>> {
  const derived = leavesOf(context.kind.fields, context.content).filter(({ field }) => field.derived !== undefined);
  return Object.fromEntries(derived.map(({ field, value, path }) => [path, showValue(field, value, style, context)]));
}

function toDeadlineView(deadline: RunningDeadline): DeadlineView {
  const { key, label, due, shiftedFrom, provisional, source } = deadline;
  return {
    key,
    label,
    due,
    state: dueState(deadline),
    provisional,
    source,
    ...(shiftedFrom === undefined ? {} : { unshifted: shiftedFrom }),
  };
}

function toStepView({ transition, allowed, problems }: Step): StepView {
  const { key, label, to, asks = [], needsReason = false } = transition;
  return { key, label, to, asks, needsReason, allowed, missing: problems };
}

/** Records this one names, and records that name it; those the person may not see are left out. */
function linkViews(reading: Reading, row: RecordRow, person: Person): readonly LinkView[] {
  const named = linksOf(reading, row.key).map(({ relation, target }) => ({
    relation,
    other: recordById(reading, target),
  }));
  const naming = linksTo(reading, row.id, mostLinks).map(({ relation, key }) => ({
    relation,
    other: recordByKey(reading, key),
  }));
  const seen = new Set<string>();
  return [...named, ...naming].flatMap(({ relation, other }) => {
    if (!other || !maySee(person, other) || seen.has(other.id)) return [];
    seen.add(other.id);
    return [
      {
        id: `${relation}:${other.id}`,
        record: other.id,
        kind: other.kind,
        number: other.number,
        title: other.title,
        status: other.status,
        relation,
      },
    ];
  });
}

/** Two desks that numbered by themselves may have given one number; what the person may not see is left out. */
function sameNumberViews(reading: Reading, row: RecordRow, person: Person): readonly SameNumberView[] {
  return recordsOfSameNumber(reading, row, mostOfOneNumber)
    .filter((other) => maySee(person, other))
    .map(({ id, title, status }) => ({ id, title, status }));
}
