// What the bundles at a place are, without taking anything in: an answer for this desk with what it says, or why it cannot
// be taken in here.

import { type FoundBundle, findBundles } from '../../src-node/bundles/find-parts.ts';
import type { OpenBundle } from '../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { InspectionView } from '../../src-shared/contract/bundle-views.ts';
import { isReceived } from '../../src-shared/sync/format/verdict.ts';
import type { Desk } from '../records/desk.ts';
import { answerTakenAt } from '../stores/bundle-store.ts';
import { openAnswer } from './open-answer.ts';
import { readAnswer } from './read-answer.ts';

/** Problems: `bundle_not_found`, `bundle_part_missing`, `bundle_media_gone`. */
export async function inspectBundles(
  desk: Desk,
  places: readonly string[],
): Promise<Result<readonly InspectionView[], Problem>> {
  const found = await findBundles(places);
  if (!found.ok) return found;
  const views: InspectionView[] = [];
  for (const one of found.value) views.push(await inspect(desk, one));
  return ok(views);
}

async function inspect(desk: Desk, found: FoundBundle): Promise<InspectionView> {
  const { name, parts } = found;
  const view = { name, parts: parts.length, bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), answer: null };
  const opened = await openAnswer(desk, found, quietWork);
  if (!opened.ok) return { ...view, problem: opened.problem };
  try {
    const answer = await describe(desk, opened.value);
    return answer.ok ? { ...view, problem: null, answer: answer.value } : { ...view, problem: answer.problem };
  } finally {
    await opened.value.close();
  }
}

async function describe(desk: Desk, bundle: OpenBundle): Promise<Result<InspectionView['answer'], Problem>> {
  const read = await readAnswer(bundle);
  if (!read.ok) return read;
  const { id, number, at, answers, documents, files } = bundle.manifest;
  const verdicts = read.value.verdicts.flatMap((line) => line.verdicts);
  return ok({
    number,
    at,
    answers: answers.map((one) => one.number),
    received: verdicts.filter(isReceived).length,
    refused: verdicts.filter(({ verdict }) => verdict === 'refused').length,
    entries: documents.reduce((sum, { items }) => sum + items, 0),
    files: files.filter(({ name }) => name.startsWith('blobs/')).length,
    takenAt: answerTakenAt(desk.database.reading, id),
  });
}
