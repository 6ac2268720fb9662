// The fuzzer's honest inputs get to the bottom of every parser: what is changed from them is refused there and not at the door.

import { Session } from 'node:inspector/promises';
import { afterAll, expect, test } from 'vitest';
import { targets } from './targets.ts';

/** Functions that run only once an input has got past everything before them. */
const deepest: Readonly<Record<string, readonly string[]>> = {
  'canonical JSON': ['encodeCanonical'],
  'header of a change': ['parseHeader'],
  erasure: ['parseErasure'],
  projection: ['parseProjection'],
  push: ['readChange', 'parseChange'],
  'page of the log': ['contentOf', 'parseChange'],
  'manifest of a snapshot': ['toPlain'],
  receipt: ['idsDigest'],
  'halves of a recovery code': ['recoveryKey'],
  calendar: ['toYear'],
  'bundle on a stick': ['parseManifest', 'checkEntries'],
  'zip in a bundle': ['checkEntries'],
  'lists of an answer': ['readAnswer'],
  'request of an enrolment': ['isBoundTo'],
  'answer to an enrolment': ['isBoundTo'],
  workbook: ['toTable', 'readRow'],
  'sheet of a workbook': ['fillMerged', 'readRow'],
  'CSV of a ledger': ['readRow', 'suggestColumns'],
  'cell of a ledger': ['readMoment'],
  period: ['periodText'],
  'address of a figure': ['figureRefText'],
  'form to fill': ['toGrid', 'setCells', 'writeParts'],
  'sheet of a form': ['setInRow', 'roomBelow'],
  'list of sheets of a form': ['recalculateOnOpening'],
  'places of sheets of a form': ['partOf'],
  'styles of a form': ['cellValue'],
  'bindings of a form': ['writesOf'],
  label: ['isTypedNumber', 'labelCode'],
  'patch of a record': ['patchEntry', 'applyOps'],
  'mapping of a ledger': ['readRow'],
  'outcome of a carried stick': ['parsed'],
  'request to a centre': ['answerPush', 'answerPoll', 'answerPull', 'checkUpload', 'giveToken', 'readToken'],
};

afterAll(async () => {
  for (const { stop } of targets) await stop?.();
});

test.each(targets.filter(({ name }) => deepest[name] !== undefined).map((target) => [target.name, target] as const))(
  'honest inputs reach the bottom of: %s',
  async (name, target) => {
    const ran = await functionsRunBy(async () => {
      for (const seed of target.seeds) await target.run(seed);
    });
    expect((deepest[name] ?? []).filter((one) => !ran.has(one))).toEqual([]);
  },
);

test('every parser named here is played', () => {
  const played = new Set(targets.map(({ name }) => name));
  expect(Object.keys(deepest).filter((name) => !played.has(name))).toEqual([]);
});

async function functionsRunBy(work: () => Promise<void>): Promise<ReadonlySet<string>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  const called = result.flatMap(({ functions }) => functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0));
  return new Set(called.map(({ functionName }) => functionName));
}
