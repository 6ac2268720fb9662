// What an answer bundle changes on the desk, in the order in which a sync over the network would: how the logs stand,
// verdicts, numbers and names, pages of the log, files (U14–U16).

import type { OpenBundle } from '../../src-node/bundles/open-bundle.ts';
import { type BundleWork, cancelled } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { BundleAnswers, VerdictLine } from '../../src-shared/bundles/answers.ts';
import { isReceived } from '../../src-shared/sync/format/verdict.ts';
import type { Desk } from '../records/desk.ts';
import { bundleById, carriedChanges } from '../stores/bundle-store.ts';
import { changeCount } from '../stores/change-store.ts';
import { orderState } from '../stores/erasure-store.ts';
import { nameScope, readScope } from '../stores/sync-scope-store.ts';
import { centreKeyOf, readEnrolment } from '../sync/enrolment.ts';
import { keepDevices } from '../sync/learn-devices.ts';
import { keepBlock } from '../sync/lease-numbers.ts';
import type { PageReader } from '../sync/page-reader.ts';
import { endReoffer, takeLocate } from '../sync/take-locate.ts';
import { type Pace, takePage } from '../sync/take-page.ts';
import { takePoll } from '../sync/take-poll.ts';
import { takePush } from '../sync/take-verdicts.ts';
import { type ReadAnswer, readPages } from './read-answer.ts';
import { takeFiles } from './take-files.ts';

export type Taken = {
  /** Changes of this desk that the centre has, by a valid receipt. */
  readonly received: number;
  readonly refused: number;
  readonly waiting: number;
  /** Changes that were not here before. */
  readonly fresh: number;
  readonly files: number;
};

export type AnswerTools = { readonly reader: PageReader; readonly pace: Pace };

/** Problem `job_cancelled`: what was taken until then stays, and the rest is taken by importing once more. */
export async function takeAnswer(
  desk: Desk,
  bundle: OpenBundle,
  { answers, verdicts }: ReadAnswer,
  { reader, pace: own }: AnswerTools,
  work: BundleWork,
): Promise<Result<Taken, Problem>> {
  const total = bundle.manifest.documents.reduce((sum, { bytes }) => sum + bytes, 1);
  let read = 0;
  const tell = () => work.progress(read, total);
  const pace = telling(own, tell);
  takeStandings(desk, answers);
  const counted = { received: 0, refused: 0, waiting: 0 };
  for (const line of verdicts) {
    if (work.signal.aborted) return err(cancelled);
    takeVerdictLine(desk, line);
    for (const verdict of line.verdicts) counted[outcomeOf(verdict)] += 1;
    await pace.pause();
  }
  endReoffers(desk, verdicts);
  takeNumbers(desk, answers, bundle.manifest.answers);
  if (answers.devices.length > 0) keepDevices(desk, answers.devices);
  const before = changeCount(desk.database.reading);
  for await (const page of readPages(bundle)) {
    if (work.signal.aborted) return err(cancelled);
    const cursor = readScope(desk.database.reading, page.scope)?.cursor ?? null;
    if (cursor !== null) await takePage(desk, page.scope, await reader(page.bytes, cursor), pace);
    read += page.bytes.length;
    tell();
  }
  const fresh = changeCount(desk.database.reading) - before;
  const files = await takeFiles(desk, bundle, answers, work, own);
  return files.ok ? ok({ ...counted, fresh, files: files.value }) : files;
}

/** A page takes longer than anybody should wait without a sign; between its commits there is one. */
function telling(pace: Pace, tell: () => void): Pace {
  const pause = () => {
    tell();
    return pace.pause();
  };
  return { ...pace, pause };
}

function outcomeOf(verdict: VerdictLine['verdicts'][number]): 'received' | 'refused' | 'waiting' {
  if (isReceived(verdict)) return 'received';
  return verdict.verdict === 'refused' ? 'refused' : 'waiting';
}

/** What a poll says; and where a log turned out to be another one, where the two part. */
function takeStandings(desk: Desk, { logs, granted, forked, at }: BundleAnswers): void {
  desk.database.write((writing) => {
    for (const { scope, name } of granted) nameScope(writing, scope, name);
    return ok(null);
  });
  const cursors = logs.flatMap(({ asked }) => (asked === null ? [] : [asked]));
  const poll = {
    standings: logs.map(({ standing }) => standing),
    granted: granted.map(({ scope }) => scope),
    forked,
    at,
  };
  takePoll(desk, { step: 'poll', lane: 'poll', cursors }, poll);
  for (const { standing, common } of logs) {
    const { scope, epoch, head } = standing;
    if ((readScope(desk.database.reading, scope)?.doubt ?? null) === null) continue;
    takeLocate(desk, { step: 'locate', lane: `down ${scope}`, scope, checkpoints: [] }, { epoch, head, common, at });
  }
}

/** One document of one of this desk's sticks; of a stick it does not know, the log itself will tell. */
function takeVerdictLine(desk: Desk, line: VerdictLine): void {
  const { reading } = desk.database;
  const enrolment = readEnrolment(reading);
  const stick = bundleById(reading, line.bundle);
  if (stick === null || enrolment === null) return;
  const carried = carriedChanges(reading, stick.number, line.document);
  // A stick's notes name its changes; orders to erase are known by themselves.
  const orders = line.verdicts.map(({ id }) => id).filter((id) => orderState(reading, id) !== null);
  const sent = [...carried.map(({ id }) => id), ...orders];
  const signed = carried.filter((one) => one.signed).map(({ id }) => id);
  takePush(desk, line.scope, { sent, signed }, line, centreKeyOf(enrolment));
}

/** A scope that was offered whole, and of which every document has its answer, is offered no more (S15). */
function endReoffers(desk: Desk, verdicts: readonly VerdictLine[]): void {
  const { reading } = desk.database;
  for (const scope of new Set(verdicts.map((line) => line.scope))) {
    const lines = verdicts.filter((line) => line.scope === scope);
    const sticks = lines.map(({ bundle }) => bundleById(reading, bundle));
    const isWhole = sticks.some((stick) => stick?.facts?.offered.includes(scope));
    if (isWhole && (readScope(reading, scope)?.reoffer ?? null) !== null) endReoffer(desk, scope);
  }
}

/** Blocks that a stick asked for; one that came before, or that another incarnation asked for, is passed over (S40). */
function takeNumbers(desk: Desk, { numbers }: BundleAnswers, answered: OpenBundle['manifest']['answers']): void {
  const asked = answered.flatMap(({ id }) => bundleById(desk.database.reading, id)?.facts?.numbers ?? []);
  for (const { request, first, last } of numbers) {
    const wanted = asked.find((one) => one.request === request);
    if (wanted !== undefined) keepBlock(desk, wanted, { first, last });
  }
}
