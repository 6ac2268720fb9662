// Enters a centre by the bundle it wrote for this PC's request: whoever made it knew the code, so its key is the centre's.
// Then the bundle is taken in like any answer, and the desk is filled and usable with no network.

import { type FoundBundle, findBundles } from '../../src-node/bundles/find-parts.ts';
import { checkEntries, type OpenBundle, openBundle, readWhole } from '../../src-node/bundles/open-bundle.ts';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import { ageIdentityOf } from '../../src-node/trust/agree-keys.ts';
import { createVerify } from '../../src-node/trust/node-cryptography.ts';
import { hexToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import {
  type EnrolmentAnswer,
  isBoundTo,
  mostPaperBytes,
  readAnswer as readPaper,
} from '../../src-shared/bundles/enrolment-papers.ts';
import { checkManifestSignature } from '../../src-shared/bundles/manifest.ts';
import type { Desk } from '../records/desk.ts';
import { readDeviceSeed } from '../records/device.ts';
import type { Person } from '../records/people.ts';
import { addressOf, keepEnrolment } from '../sync/enrolment.ts';
import { keepBlock } from '../sync/lease-numbers.ts';
import type { Pace } from '../sync/take-page.ts';
import { type ImportedAnswers, importAnswers } from './import-answer.ts';
import { readAnswer } from './read-answer.ts';
import { type KeptRequest, readKeptRequest } from './request-enrolment.ts';

/**
 * Problems: `enrolment_not_asked`, `enrolment_answer_…`, `sync_other_scope`, `sync_other_centre`, every `bundle_` one. Until
 * the whole bundle was found to be the centre's, nothing is written.
 */
export async function enrolByStick(
  desk: Desk,
  person: Person,
  places: readonly string[],
  pace: Pace,
  work: BundleWork,
): Promise<Result<ImportedAnswers, Problem>> {
  const kept = readKeptRequest(desk.database.reading);
  if (kept === null) return err({ code: 'enrolment_not_asked' });
  const found = await findBundles(places);
  if (!found.ok) return found;
  const [start, ...more] = found.value.filter(({ name }) => name.startsWith('start-'));
  if (start === undefined) return err({ code: 'enrolment_answer_bad' });
  if (more.length > 0)
    return err({ code: 'bundle_parts_mixed', facts: { names: found.value.map(({ name }) => name).join('、') } });
  const entered = await enter(desk, person, start, kept, work);
  if (!entered.ok) return entered;
  return importAnswers(
    desk,
    person,
    start.parts.map(({ path }) => path),
    pace,
    work,
  );
}

async function enter(
  desk: Desk,
  person: Person,
  found: FoundBundle,
  kept: KeptRequest,
  work: BundleWork,
): Promise<Result<null, Problem>> {
  const open = await openBundle(found, ageIdentityOf(readDeviceSeed(desk.database.reading)), work);
  if (!open.ok) return open;
  try {
    const answer = await genuineAnswer(desk, open.value, kept);
    if (!answer.ok) return answer;
    const whole = await checkEntries(open.value, work);
    if (!whole.ok) return whole;
    const read = await readAnswer(open.value);
    if (!read.ok) return read;
    const place = { url: addressOf(answer.value.url) ?? '', authority: null, name: kept.name };
    const enrolled = keepEnrolment(desk, person.id, place, answer.value);
    if (!enrolled.ok) return enrolled;
    for (const { request, ...block } of read.value.answers.numbers) {
      const wanted = kept.numbers.find((one) => one.request === request);
      if (wanted !== undefined) keepBlock(desk, wanted, block);
    }
    return ok(null);
  } finally {
    await open.value.close();
  }
}

/** Made by someone who knew the code, for this very request, and signed by the key it names. */
async function genuineAnswer(
  desk: Desk,
  { entries, manifest, signed }: OpenBundle,
  kept: KeptRequest,
): Promise<Result<EnrolmentAnswer, Problem>> {
  const { crypto } = desk.tools;
  const bytes = await readWhole(entries, 'enrolment.json', mostPaperBytes);
  if (bytes === null || manifest.way !== 'start') return err({ code: 'enrolment_answer_bad' });
  const paper = readPaper(bytes);
  if (!paper.ok) return paper;
  const { content } = paper.value;
  const isOurs = isBoundTo('answer', paper.value, { hash: hexToBytes(kept.invite), hashing: crypto });
  if (!isOurs || content.request !== kept.request || manifest.centre !== content.centre)
    return err({ code: 'enrolment_answer_other' });
  const isSigned = checkManifestSignature(signed, hexToBytes(content.centreKey), createVerify(), crypto);
  return isSigned.ok ? ok(content) : isSigned;
}
